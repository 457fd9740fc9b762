//! What do the vendors' own descriptions say?

use std::fmt::Write as _;

use review::witness::{Answer, Verdict, Witness};
use review::words::{count, listed};
use review::{Reading, Readings};

use super::Review;
use super::markdown::cell;

/// The section; nothing if there is no second description on file.
pub(super) fn section(review: &Review, witnesses: &[Witness]) -> String {
    if witnesses.is_empty() {
        return String::new();
    }
    let readings = review.cases.readings;
    let mut text = String::from(
        "## 5. What do other descriptions say?\n\n\
         `spec/witnesses/` has what they say of the same operations. What they leave out contradicts \
         nothing.\n\n\
         | description | read | confirms | of these inferred or likely | contradicts | only theirs |\n\
         | --- | --- | ---: | ---: | ---: | ---: |\n",
    );
    for Witness { source, testimony } in witnesses {
        let number = |verdict| testimony.of(verdict).count();
        let confirmed = testimony.of(Verdict::Confirms);
        let unsure = confirmed.filter(|answer| rests_on_unsure(answer, readings));
        let _ = writeln!(
            text,
            "| [{}]({}) | {} | {} | {} | {} | {} |",
            source.id(),
            source.address,
            source.read,
            number(Verdict::Confirms),
            unsure.count(),
            number(Verdict::Contradicts),
            number(Verdict::OnlyTheirs),
        );
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
    let contradicted = witnesses.iter().flat_map(|witness| {
        let answers = witness.testimony.of(Verdict::Contradicts);
        answers.map(|answer| (witness.source.id(), answer))
    });
    for (source, answer) in contradicted {
        let _ = writeln!(
            text,
            "- `{source}` contradicts {}: {}, there {}.{}",
            cell(&answer.subject()),
            listed(answer.ours.iter().map(|it| format!("`{it}`"))),
            listed(answer.theirs.iter().map(|it| format!("`{it}`"))),
            grounds(answer)
        );
    }
    text.push('\n');
    text
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

fn rests_on_unsure(answer: &Answer, readings: &Readings) -> bool {
    let of = |id: &String| readings.all().iter().find(|it| it.id() == id);
    answer
        .readings
        .iter()
        .filter_map(of)
        .any(Reading::is_unsure)
}
