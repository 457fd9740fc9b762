//! Files and folders, which are named by numbers.

use std::fs;
use std::ops::ControlFlow;

use traffic::recording::read;

#[test]
#[expect(clippy::disallowed_methods, reason = "a test writes what it tests")]
fn files_and_the_files_of_folders_are_read_in_their_order() {
    let root = tempfile::tempdir().expect("a folder");
    let entry = |name: &str| {
        format!("{{\"request\": {{\"method\": \"GET\", \"url\": \"https://a.example/{name}\"}}}}")
    };
    let folder = root.path().join("folder");
    fs::create_dir_all(folder.join("within")).expect("a folder");
    fs::create_dir(root.path().join("empty")).expect("a folder");
    for (path, name) in [
        ("folder/b", "2"),
        ("folder/a", "1"),
        ("folder/.c", "?"),
        ("one", "3"),
    ] {
        fs::write(root.path().join(path), entry(name)).expect("a file");
    }
    fs::write(folder.join("c"), "?").expect("a file");
    let given = ["folder", "one", "none", "empty"].map(|it| root.path().join(it));
    let mut said = Vec::new();
    let end = read(&given, &mut |read| {
        said.push(match read {
            Ok(it) => format!("{it:?} {}", it.url),
            Err(problem) => problem.to_string(),
        });
        ControlFlow::Continue(())
    });
    assert_eq!(end, ControlFlow::Continue(()));
    assert_eq!(
        said,
        [
            "recording 1, file 1 in the order of names, exchange 0 https://a.example/1",
            "recording 1, file 2 in the order of names, exchange 0 https://a.example/2",
            "recording 1, file 3 in the order of names: expected recorded exchanges (HAR, NDJSON, Newman's JSON \
         report, or a Postman collection), but found something that is not JSON instead; record or export it \
         as one of these",
            "recording 2, exchange 0 https://a.example/3",
            "recording 3: expected a recording that can be read, but found no such file; check its name and \
         permissions",
            "recording 4: expected a recording that can be read, but found a folder without files; check its name \
         and permissions",
        ]
    );
    let mut number = 0;
    let end = read(&given, &mut |_| {
        number += 1;
        ControlFlow::Break(())
    });
    assert_eq!((end, number), (ControlFlow::Break(()), 1));
}
