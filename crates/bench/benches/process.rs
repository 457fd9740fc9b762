//! `xtask check` as a whole process, from outside, beside a process that only prints its help.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn main() {
    let Some(xtask) = xtask() else {
        eprintln!("Skipped: expected a release binary; run `cargo build --release -p xtask`");
        return;
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let spec = root.join("spec");
    let check = |pages: Option<&Path>| {
        let mut command = Command::new(&xtask);
        command.arg("check").arg("--spec").arg(&spec);
        if let Some(pages) = pages {
            command.arg("--pages").arg(pages);
        }
        command
    };
    let mut criterion = bench::quick();
    let mut group = criterion.benchmark_group("process");
    group.bench_function("limit: xtask --help", |bencher| {
        bencher.iter(|| run(Command::new(&xtask).arg("--help")));
    });
    for (id, pages) in [("check", None), ("check --pages", pages(&root))] {
        if id != "check" && pages.is_none() {
            eprintln!("Skipped `{id}`: expected a folder in CUSTOMER_API_PAGES or ../shared/pages");
            continue;
        }
        let mut command = check(pages.as_deref());
        let output = run(&mut command);
        let said = String::from_utf8_lossy(&output.stderr);
        match output.status.code() {
            Some(0) => {}
            Some(1) => eprintln!("`{id}` disagrees, which takes longer than to agree"),
            _ => {
                eprintln!("Skipped `{id}`: expected it to run, but: {said}");
                continue;
            }
        }
        group.bench_function(id, |bencher| bencher.iter(|| run(&mut command)));
    }
    group.finish();
    criterion.final_summary();
}

fn run(command: &mut Command) -> Output {
    command.output().expect("the binary is there")
}

/// The binary, in the folder above the one of this benchmark's own.
fn xtask() -> Option<PathBuf> {
    let own = std::env::current_exe().ok()?;
    let name = format!("xtask{}", std::env::consts::EXE_SUFFIX);
    let binary = own.parent()?.parent()?.join(name);
    binary.is_file().then_some(binary)
}

/// The folder of the captured pages, which the repository does not hold.
fn pages(root: &Path) -> Option<PathBuf> {
    #[expect(
        clippy::disallowed_methods,
        reason = "`cargo bench` passes on no argument of ours"
    )]
    let given = std::env::var("CUSTOMER_API_PAGES").map(PathBuf::from).ok();
    let folder = given.unwrap_or_else(|| root.join("../shared/pages"));
    folder.is_dir().then_some(folder)
}
