//! One claim followed to a line that says it.

use claims::{Aspect, Claim, Digest};
use review::{Evidence, Support};

use super::Review;

/// A type that a line of a page states, with the line's own words.
///
/// The words of a line are known by their digest. So the example is one whose line consists of
/// nothing but the aspect and the value, in one of the forms in which pages write them: what stands
/// there is then certain.
pub(super) fn example(review: &Review) -> Option<String> {
    let reviewed = &review.cases.consolidated;
    let candidates = reviewed.claims.iter().filter_map(|made| {
        let telling = made.claim.aspect == Aspect::Type && !PLAIN.contains(&&*made.claim.value);
        if !telling || reviewed.backing(&made.claim).support != Support::Documented {
            return None;
        }
        let evidence = reviewed.evidence(&made.claim).iter();
        let (line, words) = evidence
            .filter(|one| one.readings.is_empty())
            .find_map(|one| Some((one, words(review, one, &made.claim)?)))?;
        Some((made.pointer.to_string(), made, line, words))
    });
    // The shortest is the easiest to follow.
    let (pointer, made, line, words) =
        candidates.min_by_key(|(pointer, ..)| (pointer.len(), pointer.clone()))?;
    Some(format!(
        "An example: `openapi.json` has the type `{}` at `{pointer}`. The row of `{}` in \
         `traceability.csv` names line {} of {}. That line reads `{words}`.\n\n",
        made.claim.value, made.claim.operation, line.line, line.page
    ))
}

/// Types that are so common that an example of them shows nothing.
const PLAIN: [&str; 2] = ["string", "object"];

/// What stands on a line, if it is no more than what the claim says.
fn words(review: &Review, evidence: &Evidence, claim: &Claim) -> Option<String> {
    let line = review
        .cases
        .get(&evidence.page)?
        .page
        .capture
        .line(evidence.line)?;
    let (aspect, value) = (claim.aspect, &claim.value);
    let mut forms = [
        value.to_string(),
        format!("{aspect}: {value}"),
        format!("• {aspect} : {value}"),
        format!("\"{aspect}\": \"{value}\""),
    ]
    .into_iter();
    forms.find(|form| Some(Digest::of(form)) == line.words)
}
