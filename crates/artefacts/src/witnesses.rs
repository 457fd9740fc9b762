//! The second descriptions on file: `spec/witnesses/<source>.csv`.

use std::collections::BTreeMap;

use review::witness::{Witness, testify};
use review::{Cases, Finding, Kind};

/// The folder of the files.
const FOLDER: &str = "witnesses/";

/// What each second description among the files says of the consolidated document, and every file
/// that says nothing.
pub(crate) fn heard(
    cases: &Cases,
    there: &BTreeMap<String, Vec<u8>>,
) -> (Vec<Witness>, Vec<Finding>) {
    let (mut witnesses, mut findings) = (Vec::new(), Vec::new());
    for (path, bytes) in there.range(FOLDER.to_owned()..) {
        let Some(source) = path
            .strip_prefix(FOLDER)
            .and_then(|it| it.strip_suffix(".csv"))
        else {
            continue;
        };
        let mut wrong = |problem: String, fix: &str| {
            let finding = Finding::new(Kind::UnheardWitness, problem);
            findings.push(finding.in_file(path).fixed_by(fix));
        };
        let mut sources = cases.readings.sources().iter();
        let known = sources.find(|known| known.id() == source);
        if known.is_none() {
            let fix = "name the file after a `[[source]]` of spec/readings.toml";
            wrong(format!("there is no source `{source}`"), fix);
        }
        let claims = match claims::testimony::parse(&String::from_utf8_lossy(bytes)) {
            Ok(claims) => claims,
            Err(errors) => {
                for error in errors {
                    wrong(error.to_string(), "correct the row");
                }
                continue;
            }
        };
        let testimony = testify(
            &cases.consolidated,
            claims.iter().map(|claim| (claim, None)),
        );
        if testimony.shared == 0 {
            let problem = "it has no operation that the document has";
            wrong(
                problem.to_owned(),
                "correct its operations, or remove the file",
            );
        }
        if let Some(known) = known {
            witnesses.push(Witness {
                source: known.clone(),
                testimony,
            });
        }
    }
    (witnesses, findings)
}
