//! What export removes and leaves, what it keeps of a file that it writes, and who writes when.

use std::fs;
use std::process::{Command, Stdio};

use crate::{Sandbox, sums};

/// Runs a command and checks its exit code; what it printed.
#[track_caller]
fn run(sandbox: &Sandbox, arguments: &[&str], code: i32) -> String {
    let said = sandbox.session(arguments);
    assert!(said.ends_with(&format!("[exit {code}]\n")), "{said}");
    said
}

#[test]
fn what_export_never_wrote_is_named_and_left() {
    let sandbox = Sandbox::new();
    let theirs = [
        "overlays/mine.overlay.yaml",
        "reports/notes.md",
        "reports/mine.csv",
        "providers/mine.json",
        "schemas/mine.schema.json",
        "openapi-3.0.yaml",
        "openapi-3.3.json",
        "claims/mine.csv",
        "mine.md",
        "new/mine.txt",
    ];
    for path in theirs {
        sandbox.write(&format!("spec/{path}"), "hello");
    }
    let said = run(&sandbox, &["export"], 0);
    let checked = run(&sandbox, &["check"], 1);
    for path in theirs {
        assert_eq!(sandbox.text(&format!("spec/{path}")), "hello");
        assert!(said.contains(&format!("Left spec/{path}\n")), "{said}");
        assert!(
            checked.contains(&format!("file spec/{path}\n")),
            "{checked}"
        );
    }
    assert!(!checked.contains("cargo xtask export"), "{checked}");
    assert!(checked.contains("move it out of spec/"), "{checked}");
}

#[test]
fn what_an_earlier_export_wrote_is_removed_unless_somebody_changed_it() {
    let sandbox = Sandbox::new();
    for path in ["providers/gone.json", "old/gone.json", "reports/edited.csv"] {
        sandbox.exported(path, "{}");
    }
    sandbox.write("spec/reports/edited.csv", "mine");
    let checked = run(&sandbox, &["check"], 1);
    assert!(
        checked.contains("an earlier export wrote this file"),
        "{checked}"
    );
    let said = run(&sandbox, &["export"], 0);
    assert!(
        said.contains("Removed spec/providers/gone.json\n"),
        "{said}"
    );
    assert!(said.contains("Removed spec/old/gone.json\n"), "{said}");
    assert!(said.contains("Left spec/reports/edited.csv\n"), "{said}");
    assert!(!sandbox.path("spec/providers/gone.json").exists());
    assert!(!sandbox.path("spec/old").exists());
    assert_eq!(sandbox.text("spec/reports/edited.csv"), "mine");
    // What is not listed any more is nobody's for good.
    sandbox.write("spec/reports/edited.csv", "{}");
    let said = run(&sandbox, &["export"], 0);
    assert!(said.contains("Left spec/reports/edited.csv\n"), "{said}");
}

#[test]
fn the_list_has_the_digest_of_every_other_file() {
    let sandbox = Sandbox::new();
    let mut files = cli::disk::files(&sandbox.path("spec")).expect("the files can be read");
    let listed = files.remove("SHA256SUMS").expect("the list is there");
    assert_eq!(String::from_utf8(listed).expect("text"), sums(&files));
}

/// Export lists the files that others write, but it does not own them.
#[test]
fn what_others_wrote_is_listed_and_never_removed() {
    let sandbox = Sandbox::new();
    let theirs = ["claims/gone.csv", "claims/gone.lines.csv"];
    for path in theirs {
        sandbox.exported(path, "of a page that is in the catalogue no more");
    }
    let said = run(&sandbox, &["export"], 0);
    for path in theirs {
        assert!(said.contains(&format!("Left spec/{path}\n")), "{said}");
        assert!(sandbox.path(&format!("spec/{path}")).exists());
    }
    // What somebody else writes makes the list stale, and nothing else.
    let sandbox = Sandbox::new();
    for path in ["readings.toml", "reports/generators.md"] {
        let text = sandbox.text(&format!("spec/{path}"));
        sandbox.write(&format!("spec/{path}"), text + "\n");
        let said = run(&sandbox, &["check"], 1);
        assert!(said.contains("stale-file"), "{said}");
        assert!(said.contains("file spec/SHA256SUMS\n"), "{said}");
        assert!(said.contains(" 1 finding\n"), "{said}");
        run(&sandbox, &["export"], 0);
        run(&sandbox, &["check"], 0);
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn mode(sandbox: &Sandbox, path: &str) -> u32 {
        let file = fs::metadata(sandbox.path(path)).expect("the file is there");
        file.permissions().mode() & 0o777
    }

    #[test]
    fn a_link_stays_one_and_what_it_leads_to_is_written() {
        let sandbox = Sandbox::new();
        sandbox.write("elsewhere/document.json", "old");
        sandbox.write("elsewhere/reports/kept.txt", "kept");
        sandbox
            .remove("spec/openapi.json")
            .remove("spec/openapi.yaml");
        let link = |target: &str, at: &str| {
            symlink(target, sandbox.path(at)).expect("a link can be made");
        };
        link("../elsewhere/document.json", "spec/openapi.json");
        link("../elsewhere/first.yaml", "elsewhere/second.yaml");
        link("../elsewhere/second.yaml", "spec/openapi.yaml");
        fs::remove_dir_all(sandbox.path("spec/schemas")).expect("the folder was there");
        fs::create_dir(sandbox.path("elsewhere/schemas")).expect("a folder can be made");
        link("../elsewhere/schemas", "spec/schemas");
        sandbox.write("elsewhere/.staged-e5f6a7", "half a fi");
        sandbox.write("elsewhere/schemas/.staged-f6a7b8", "half a fi");
        run(&sandbox, &["export"], 0);
        assert!(!sandbox.path("elsewhere/.staged-e5f6a7").exists());
        assert!(!sandbox.path("elsewhere/schemas/.staged-f6a7b8").exists());
        for at in [
            "spec/openapi.json",
            "spec/openapi.yaml",
            "spec/schemas",
            "elsewhere/second.yaml",
        ] {
            assert!(sandbox.path(at).is_symlink(), "{at}");
        }
        assert!(
            sandbox
                .text("elsewhere/document.json")
                .contains("\"openapi\"")
        );
        assert!(sandbox.text("elsewhere/first.yaml").contains("openapi:"));
        assert!(sandbox.path("elsewhere/schemas/citi.schema.json").is_file());
        run(&sandbox, &["check"], 0);
    }

    #[test]
    fn links_that_lead_in_a_circle_are_told() {
        let sandbox = Sandbox::new();
        sandbox.remove("spec/openapi.yaml");
        symlink("openapi.yaml", sandbox.path("spec/openapi.yaml")).expect("a link can be made");
        symlink(".", sandbox.path("spec/self")).expect("a link can be made");
        let said = run(&sandbox, &["export"], 2);
        assert!(said.contains("spec/openapi.yaml: "), "{said}");
    }

    #[test]
    fn what_is_no_file_is_named_and_left() {
        let sandbox = Sandbox::new();
        let made = Command::new("mkfifo")
            .arg(sandbox.path("spec/pipe"))
            .status();
        assert!(made.expect("mkfifo runs").success());
        symlink("circle", sandbox.path("spec/reports/circle")).expect("a link can be made");
        symlink("nowhere", sandbox.path("spec/reports/lost")).expect("a link can be made");
        symlink(".", sandbox.path("spec/reports/again")).expect("a link can be made");
        let said = run(&sandbox, &["export"], 0);
        let checked = run(&sandbox, &["check"], 1);
        for path in ["pipe", "reports/circle", "reports/lost"] {
            assert!(said.contains(&format!("Left spec/{path}\n")), "{said}");
            assert!(
                checked.contains(&format!("file spec/{path}\n")),
                "{checked}"
            );
            assert!(
                sandbox
                    .path(&format!("spec/{path}"))
                    .symlink_metadata()
                    .is_ok()
            );
        }
    }

    #[test]
    fn nothing_outside_of_the_folder_is_removed() {
        let sandbox = Sandbox::new();
        sandbox.write("elsewhere/precious.txt", "hello");
        symlink("../elsewhere", sandbox.path("spec/extra")).expect("a link can be made");
        sandbox.exported("extra/precious.txt", "hello");
        sandbox.exported("../elsewhere/precious.txt", "hello");
        let said = run(&sandbox, &["export"], 0);
        assert!(said.contains("Left spec/extra/precious.txt\n"), "{said}");
        assert_eq!(sandbox.text("elsewhere/precious.txt"), "hello");
    }

    #[test]
    fn a_file_keeps_its_mode_and_a_new_one_has_that_of_new_files() {
        let sandbox = Sandbox::new();
        sandbox
            .write("spec/openapi.yaml", "old")
            .write("spec/README.md", "old");
        sandbox
            .remove("spec/openapi-3.2.json")
            .write("spec/new", "");
        for (path, mode) in [("spec/openapi.yaml", 0o600), ("spec/README.md", 0o664)] {
            fs::set_permissions(sandbox.path(path), fs::Permissions::from_mode(mode))
                .expect("the file is ours");
        }
        run(&sandbox, &["export"], 0);
        assert_eq!(mode(&sandbox, "spec/openapi.yaml"), 0o600);
        assert_eq!(mode(&sandbox, "spec/README.md"), 0o664);
        assert_eq!(
            mode(&sandbox, "spec/openapi-3.2.json"),
            mode(&sandbox, "spec/new")
        );
        assert!(sandbox.text("spec/openapi.yaml").contains("openapi:"));
    }
}

#[test]
fn what_a_killed_command_left_disturbs_nobody_and_goes() {
    let sandbox = Sandbox::new();
    let left = [
        "spec/.staged-a1b2c3",
        "spec/reports/.staged-b2c3d4",
        "spec/releases/.staged-c3d4e5",
    ];
    let own = "spec/reports/.staged-draft.md";
    sandbox.write(own, "mine");
    sandbox.write("spec/reports/.staged-folder/mine.md", "mine");
    let leave = || {
        for path in left {
            sandbox.write(path, "half a fi");
        }
    };
    leave();
    run(&sandbox, &["check"], 0);
    run(&sandbox, &["export", "--check"], 0);
    assert!(
        left.iter().all(|path| sandbox.path(path).exists()),
        "a check writes nothing"
    );
    run(&sandbox, &["export"], 0);
    assert!(!left.iter().any(|path| sandbox.path(path).exists()));
    // A release that is refused had its turn as well.
    leave();
    sandbox.write(".staged-d4e5f6", "half a ch");
    sandbox.write("CHANGELOG.md", "# Changelog\n\n## Unreleased\n");
    run(&sandbox, &["release", "0.0.1"], 1);
    assert!(!left.iter().any(|path| sandbox.path(path).exists()));
    assert!(!sandbox.path(".staged-d4e5f6").exists());
    assert_eq!(sandbox.text(own), "mine");
    assert_eq!(sandbox.text("spec/reports/.staged-folder/mine.md"), "mine");
}

#[test]
fn exports_at_once_come_one_after_the_other() {
    let sandbox = Sandbox::new();
    let due = sandbox.files();
    for _ in 0..4 {
        for path in [
            "spec/openapi.json",
            "spec/README.md",
            "spec/reports/REVIEW.md",
        ] {
            sandbox.write(path, "old");
        }
        sandbox.remove("spec/openapi-3.0.json");
        let exports = [0; 3].map(|_| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
            command.arg("export").current_dir(sandbox.path("."));
            command.stdout(Stdio::piped()).stderr(Stdio::piped());
            command.spawn().expect("the binary runs")
        });
        for export in exports {
            let output = export.wait_with_output().expect("it ends");
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{said}");
        }
        assert!(sandbox.files() == due, "a file is not what it should be");
    }
}
