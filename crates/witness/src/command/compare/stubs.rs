//! Readings to complete: what a second description leaves to decide.

use std::fmt::Write as _;

use claims::text::quoted;
use review::Readings;
use review::witness::{Answer, Testimony, Verdict};

/// What a person has to write.
const TODO: &str = "TODO";

/// A stub for each contradiction, and for each reading that is confirmed a note of what to change in
/// it. Nothing applies itself: a file with `TODO` in it is not a decision.
pub(super) fn stubs(testimony: &Testimony, readings: &Readings, source: &str) -> String {
    let mut text = format!(
        "[[source]]\nid = \"{TODO}\"\naddress = \"{TODO}\"  # {source}\nread = \"{TODO}\"\n"
    );
    for answer in testimony.of(Verdict::Contradicts) {
        stub(&mut text, answer);
    }
    let confirmed = testimony.readings(Verdict::Confirms, readings).into_iter();
    for (reading, number) in confirmed.filter(|(reading, _)| reading.is_unsure()) {
        let id = reading.id();
        let _ = write!(
            text,
            "\n# {source} confirms the reading `{id}` ({number} statements). If it is the vendor's own,\n\
             # give the reading basis = \"vendor\", and add to its `elsewhere`:\n\
             # {{ source = \"{TODO}\", shows = \"{TODO}\" }}\n"
        );
    }
    text
}

fn stub(text: &mut String, answer: &Answer) {
    let values = |values: &[String]| match values {
        [] => "nothing".to_owned(),
        values => values.join(", "),
    };
    let pages: Vec<&str> = answer.lines.iter().map(|line| &*line.page).collect();
    let page = pages.first().copied().unwrap_or(TODO);
    let from_page = !answer.lines.is_empty();
    let _ = writeln!(
        text,
        "\n# {}: ours says {}, theirs says {}.",
        answer.subject(),
        values(&answer.ours),
        values(&answer.theirs)
    );
    for line in &answer.lines {
        let _ = writeln!(text, "# See {} line {}.", line.page, line.line);
    }
    let ours = answer.ours.first().map_or("", String::as_str);
    let said = if from_page { ours } else { "" };
    let kind = if from_page { "override" } else { "supply" };
    let aspect = if from_page { &*answer.aspect } else { "listed" };
    let _ = write!(
        text,
        "[[reading]]\nid = \"{TODO}\"\npage = {}\nkind = \"{kind}\"\n\
         applies-to = [{{ operation = {}, place = {}, name = {}, aspect = {}, value = {} }}]\n",
        quoted(page),
        quoted(&answer.operation),
        quoted(&answer.place),
        quoted(&answer.name),
        quoted(aspect),
        quoted(said),
    );
    let theirs = answer.theirs.first().map_or("", String::as_str);
    let _ = if from_page {
        writeln!(text, "becomes = {}", quoted(theirs))
    } else {
        writeln!(
            text,
            "says = [{{ aspect = {}, value = {} }}]",
            quoted(&answer.aspect),
            quoted(theirs)
        )
    };
    let shows = answer.their_pointer.as_deref().unwrap_or_default();
    let _ = write!(
        text,
        "basis = \"vendor\"\nreason = \"{TODO}\"\nelsewhere = [{{ source = \"{TODO}\", shows = {} }}]\n",
        quoted(shows)
    );
}
