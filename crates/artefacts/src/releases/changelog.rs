//! `CHANGELOG.md`: a person's sentence on top, what changed beneath it.

/// The heading of what is not released yet.
const UNRELEASED: &str = "## Unreleased";

/// What opens the generated part, and what ends it.
const MARKS: [&str; 2] = [
    "<!-- Written by `cargo xtask release`: do not edit. -->",
    "<!-- The end of what is written. -->",
];

/// What a release says of itself.
#[derive(Clone, Copy, Debug)]
pub struct Log<'l> {
    /// The version.
    pub version: &'l str,
    /// The day, `2026-11-21`, if it is to be said.
    pub date: Option<&'l str>,
    /// A person's sentence, unless the change log has one already.
    pub message: Option<&'l str>,
    /// What changed, as Markdown.
    pub changes: &'l str,
}

/// The change log with what is unreleased as a release.
///
/// The section `Unreleased` becomes that of the version, beneath a new, empty one. The generated
/// part comes after the section's first paragraph, which is a person's.
///
/// # Errors
///
/// Returns an error if the change log lacks the section or its first sentence.
pub fn released(text: &str, log: &Log) -> Result<String, String> {
    let Log {
        version,
        date,
        message,
        changes,
    } = *log;
    let heading = |line: &str| line.starts_with("## ");
    let of_version = |line: &str| {
        let title = line.trim_start_matches('#').trim_start();
        let name = title.split(' ').next().unwrap_or_default();
        heading(line) && name.trim_matches(['[', ']']) == version
    };
    if text.lines().any(of_version) {
        return Err(format!(
            "expected no section of {version} yet, but found one instead; write about it under \
             `{UNRELEASED}`"
        ));
    }
    let Some(at) = text.lines().position(|line| line.trim_end() == UNRELEASED) else {
        return Err(format!(
            "expected a section `{UNRELEASED}`, but found none instead; add one"
        ));
    };
    let lines: Vec<&str> = text.lines().collect();
    let (before, rest) = lines.split_at(at);
    let rest = &rest[1..];
    let end = rest.iter().position(|line| heading(line));
    let (section, after) = rest.split_at(end.unwrap_or(rest.len()));
    let mut section = section.join("\n").trim().to_owned();
    if let Some(message) = message {
        section = format!("{}\n\n{section}", message.trim());
    }
    let (sentence, others) = section.split_once("\n\n").unwrap_or((&section, ""));
    let written = sentence.chars().next().is_some_and(char::is_alphanumeric);
    if !written {
        return Err(format!(
            "expected a person's sentence on top of `{UNRELEASED}`, but found {} instead; write \
             what the release means to its users, or give --message",
            sentence
                .lines()
                .next()
                .map_or("nothing".to_owned(), |line| format!("`{line}`"))
        ));
    }
    let title = match date {
        Some(date) => format!("## {version} - {date}"),
        None => format!("## {version}"),
    };
    let [open, close] = MARKS;
    let parts = [
        before.join("\n").trim_end().to_owned(),
        UNRELEASED.to_owned(),
        title,
        sentence.to_owned(),
        format!("{open}\n\n{}\n\n{close}", changes.trim()),
        others.trim().to_owned(),
        after.join("\n").trim_end().to_owned(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Ok(parts.join("\n\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: Log = Log {
        version: "0.2.0",
        date: Some("2026-11-21"),
        message: None,
        changes: "### Breaking\n\n- `GET /a`: 200 · b removed\n",
    };

    fn log(unreleased: &str) -> String {
        format!("# Changelog\n\nIntro.\n\n{unreleased}## 0.1.0\n\nThe first one.\n")
    }

    #[test]
    fn what_is_unreleased_becomes_the_release() {
        let text = log("## Unreleased\n\nPages changed.\n\n### Added\n\n- More.\n\n");
        let expected = "# Changelog\n\nIntro.\n\n## Unreleased\n\n## 0.2.0 - 2026-11-21\n\n\
             Pages changed.\n\n<!-- Written by `cargo xtask release`: do not edit. -->\n\n\
             ### Breaking\n\n- `GET /a`: 200 · b removed\n\n<!-- The end of what is written. -->\n\n\
             ### Added\n\n- More.\n\n## 0.1.0\n\nThe first one.\n";
        assert_eq!(released(&text, &LOG).as_deref(), Ok(expected));
    }

    #[test]
    fn the_sentence_may_come_with_the_command() {
        let message = Some("Pages changed.");
        for section in ["", "### Added\n\n- More.\n\n"] {
            let text = log(&format!("## Unreleased\n\n{section}"));
            let released = released(&text, &Log { message, ..LOG }).expect("a sentence");
            assert!(
                released.contains("21\n\nPages changed.\n\n<!--"),
                "{released}"
            );
            assert!(released.ends_with("## 0.1.0\n\nThe first one.\n"));
        }
    }

    #[test]
    fn what_it_lacks_is_said() {
        let fails = |text: &str, why: &str| {
            let error = released(text, &LOG).expect_err(why);
            assert!(error.contains(why), "{error}");
        };
        fails(&log(""), "expected a section `## Unreleased`");
        fails(&log("## Unreleased\n\n"), "found nothing instead");
        fails(
            &log("## Unreleased\n\n### Added\n\n- More.\n\n"),
            "found `### Added`",
        );
        fails(
            &log("## [0.2.0] - 2026-01-01\n\n"),
            "no section of 0.2.0 yet",
        );
    }
}
