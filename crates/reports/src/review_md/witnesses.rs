//! What do the vendors' own descriptions say?

use std::fmt::Write as _;

use review::witness::{Answer, Verdict, Witness};
use review::words::{count, listed};

use super::Review;
use super::markdown::cell;

/// What stands between the parts of a subject.
const SEPARATOR: &str = " · ";

/// The section; nothing if there is no second description on file.
pub(super) fn section(review: &Review, witnesses: &[Witness]) -> String {
    if witnesses.is_empty() {
        return String::new();
    }
    let readings = review.cases.readings;
    let mut text = String::from(
        "## 5. What do other descriptions say?\n\n\
         `spec/witnesses/` has their statements about the same operations. What they leave out \
         contradicts nothing.\n\n",
    );
    for Witness { source, testimony } in witnesses {
        let number = |verdict| testimony.of(verdict).count();
        let mut says = vec![format!("confirms {}", number(Verdict::Confirms))];
        let others = [
            (Verdict::Contradicts, "contradicts"),
            (Verdict::OnlyTheirs, "adds"),
        ];
        for (verdict, word) in others {
            if number(verdict) > 0 {
                says.push(format!("{word} {}", number(verdict)));
            }
        }
        let says = listed(says);
        let _ = writeln!(text, "- [{}]({}) {says}.", source.id(), source.address);
    }
    text.push('\n');
    for (verdict, word) in [
        (Verdict::Confirms, "confirms"),
        (Verdict::Contradicts, "contradicts"),
    ] {
        for witness in witnesses {
            let about = witness.testimony.readings(verdict, readings).into_iter();
            let about = about.filter(|(reading, _)| reading.is_unsure());
            let about = about.map(|(reading, number)| {
                format!("`{}` ({})", reading.id(), count(number, "statement"))
            });
            let about: Vec<String> = about.collect();
            if !about.is_empty() {
                let source = witness.source.id();
                let _ = writeln!(text, "- `{source}` {word} {}.", listed(about));
            }
        }
    }
    for Witness { source, testimony } in witnesses {
        let contradicted: Vec<&Answer> = testimony.of(Verdict::Contradicts).collect();
        for alike in contradicted.chunk_by(|one, other| are_alike(one, other)) {
            let answer = alike[0];
            let names = alike[1..].iter().map(|it| it.name.as_str());
            let subject = answer.subject();
            let subject = match subject.rsplit_once(SEPARATOR) {
                Some((first, aspect)) if alike.len() > 1 => {
                    let names = listed(std::iter::once(first).chain(names));
                    format!("{names}{SEPARATOR}{aspect}")
                }
                _ => subject,
            };
            let _ = writeln!(
                text,
                "- `{}` contradicts {}: {}, there {}.{}",
                source.id(),
                cell(&subject),
                listed(answer.ours.iter().map(|it| format!("`{it}`"))),
                listed(answer.theirs.iter().map(|it| format!("`{it}`"))),
                grounds(answer)
            );
        }
    }
    text.push('\n');
    text
}

/// Whether two answers differ in nothing but the name of what they are about.
fn are_alike(one: &Answer, other: &Answer) -> bool {
    let about = |it: &Answer| (it.operation.clone(), it.place.clone(), it.aspect.clone());
    about(one) == about(other)
        && (&one.ours, &one.theirs) == (&other.ours, &other.theirs)
        && grounds(one) == grounds(other)
        && !(one.name.is_empty() || other.name.is_empty())
}

/// What ours rests on, as a sentence.
fn grounds(answer: &Answer) -> String {
    let lines = answer
        .lines
        .iter()
        .map(|it| format!("{} line {}", it.page, it.line));
    let readings = answer.readings.iter().map(|it| format!("`{it}`"));
    let grounds: Vec<String> = lines.chain(readings).collect();
    if grounds.is_empty() {
        String::new()
    } else {
        format!(" Ours rests on {}.", listed(grounds))
    }
}
