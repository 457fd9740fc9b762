//! The portal at `/docs/`: its files, and nothing else of the disk.

use std::fs;
use std::path::{Path, PathBuf};

use axum::Router;
use sandbox::sandbox::Sandbox;
use tempfile::TempDir;

use crate::ask::{Answer, CUSTOMERS, ask, bare};

/// A sandbox with a portal.
fn router(docs: &Path) -> Router {
    let sandbox = Sandbox::new(1, CUSTOMERS, Some(docs.to_owned()));
    sandbox::routes::router(sandbox.expect("the documents are valid"))
}

/// A portal, and beside it a file that is none of its business.
struct Portal {
    _folder: TempDir,
    root: PathBuf,
    router: Router,
}

impl Portal {
    #[expect(
        clippy::disallowed_methods,
        reason = "a test makes the files it asks for"
    )]
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("there is room for tests");
        let root = folder.path().join("portal");
        fs::create_dir_all(root.join("assets")).expect("a folder");
        fs::create_dir_all(root.join("citi-australia")).expect("a folder");
        for (file, text) in [
            ("index.html", "the first page"),
            ("assets/style.css", "body {}"),
            ("citi-australia/index.html", "the page of a bank"),
            ("a b.html", "a name with a space"),
            ("llms.txt", "to read"),
            ("citi-australia/a.md", "an operation"),
            ("search.json", "[]"),
            ("../secret.html", "a secret"),
        ] {
            fs::write(root.join(file), text).expect("a file");
        }
        Self {
            _folder: folder,
            router: router(&root),
            root,
        }
    }

    fn get(&self, path: &str) -> Answer {
        bare("GET", path).answer_of(&self.router)
    }

    #[track_caller]
    fn shows(&self, path: &str, text: &str, media_type: &str) {
        let answer = self.get(path);
        assert_eq!((answer.status, &*answer.text), (200, text), "{path}");
        assert_eq!(answer.header("content-type"), media_type, "{path}");
        let head = bare("HEAD", path).answer_of(&self.router);
        assert_eq!((head.status, &*head.text), (200, ""), "{path}");
        let length = text.len().to_string();
        assert_eq!(head.header("content-length"), length, "{path}");
        assert_eq!(head.header("content-type"), media_type, "{path}");
    }

    #[track_caller]
    fn hides(&self, path: &str) {
        for method in ["GET", "HEAD", "OPTIONS"] {
            let answer = bare(method, path).answer_of(&self.router);
            assert_eq!(answer.status, 404, "{method} {path}: {}", answer.text);
            let media_type = answer.header("content-type");
            assert_eq!(media_type, "application/problem+json", "{method} {path}");
        }
    }
}

#[test]
fn it_is_shown_with_its_files() {
    let portal = Portal::new();
    for (path, text, media_type) in [
        ("/docs/", "the first page", "text/html; charset=utf-8"),
        (
            "/docs/index.html",
            "the first page",
            "text/html; charset=utf-8",
        ),
        ("/docs/?q=a", "the first page", "text/html; charset=utf-8"),
        (
            "/docs/assets/style.css",
            "body {}",
            "text/css; charset=utf-8",
        ),
        ("/docs/llms.txt", "to read", "text/plain; charset=utf-8"),
        (
            "/docs/citi-australia/a.md",
            "an operation",
            "text/markdown; charset=utf-8",
        ),
        ("/docs/search.json", "[]", "application/json"),
        (
            "/docs/citi-australia/",
            "the page of a bank",
            "text/html; charset=utf-8",
        ),
        (
            "/docs/a%20b.html",
            "a name with a space",
            "text/html; charset=utf-8",
        ),
        (
            "/docs/%69ndex.html",
            "the first page",
            "text/html; charset=utf-8",
        ),
        (
            "/%64ocs/index%2Ehtml",
            "the first page",
            "text/html; charset=utf-8",
        ),
    ] {
        portal.shows(path, text, media_type);
    }
}

#[test]
fn a_folder_without_its_slash_is_told_to_have_one() {
    let portal = Portal::new();
    for (path, location) in [
        ("/docs", "/docs/"),
        ("/docs?q=a", "/docs/?q=a"),
        ("/docs/citi-australia", "/docs/citi-australia/"),
    ] {
        for method in ["GET", "HEAD"] {
            let answer = bare(method, path).answer_of(&portal.router);
            assert_eq!(answer.status, 307, "{method} {path}");
            assert_eq!(answer.header("location"), location, "{method} {path}");
        }
    }
}

#[test]
fn nothing_else_is_there_and_no_path_leads_out_of_it() {
    let portal = Portal::new();
    let absolute = portal.root.join("../secret.html");
    let absolute = absolute.canonicalize().expect("it is there");
    let absolute = absolute.to_str().expect("text");
    let paths = "nope nope/ assets/ index.html/ index.html/more %00 %ff ../secret.html \
                 assets/../../secret.html %2e%2e/secret.html ..%2Fsecret.html \
                 %2E%2E%2Fsecret.html assets/..%2f..%2fsecret.html ..%5Csecret.html \
                 %252e%252e/secret.html ..";
    let encoded = absolute.replace('/', "%2F");
    for path in paths.split(' ').chain([absolute, &encoded]) {
        portal.hides(&format!("/docs/{path}"));
    }
    portal.hides("/docsindex.html");
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "a test makes the files it asks for"
)]
fn its_own_page_tells_that_there_is_none() {
    let portal = Portal::new();
    fs::write(portal.root.join("404.html"), "no such page").expect("a file");
    for path in [
        "/docs/nope",
        "/docs/a/b/c.html",
        "/docs/citi-australia/nope.md",
        "/docs/..%2Fsecret.html",
    ] {
        for (method, text) in [("GET", "no such page"), ("HEAD", "")] {
            let answer = bare(method, path).answer_of(&portal.router);
            assert_eq!((answer.status, &*answer.text), (404, text), "{path}");
            let media_type = answer.header("content-type");
            assert_eq!(media_type, "text/html; charset=utf-8", "{method} {path}");
        }
        let answer = bare("OPTIONS", path).answer_of(&portal.router);
        assert_eq!(answer.status, 404, "OPTIONS {path}");
    }
    portal.shows("/docs/404.html", "no such page", "text/html; charset=utf-8");
    portal.shows("/docs/", "the first page", "text/html; charset=utf-8");
}

#[test]
fn its_paths_have_the_methods_of_files() {
    let portal = Portal::new();
    for path in ["/docs", "/docs/", "/docs/assets/style.css"] {
        for (method, status) in [("OPTIONS", 204), ("POST", 405)] {
            let answer = bare(method, path).answer_of(&portal.router);
            assert_eq!(
                (answer.status, answer.header("allow")),
                (status, "GET,HEAD")
            );
        }
    }
}

#[test]
fn without_a_portal_it_says_how_to_make_one() {
    for path in ["GET /docs", "GET /docs/", "GET /docs/index.html"] {
        let answer = ask(path).answer();
        assert_eq!(answer.status, 404, "{path}");
        let detail = answer.body()["detail"].to_string();
        assert!(detail.contains("cargo xtask portal"), "{detail}");
    }
}

#[cfg(unix)]
mod links_and_pipes {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    use super::*;

    fn pipe(path: &Path) {
        let made = Command::new("mkfifo").arg(path).status();
        assert!(made.expect("a program named mkfifo").success());
    }

    #[test]
    fn a_link_within_it_is_followed() {
        let portal = Portal::new();
        symlink("index.html", portal.root.join("home.html")).expect("a link");
        symlink("citi-australia", portal.root.join("australia")).expect("a link");
        symlink("../portal/assets", portal.root.join("files")).expect("a link");
        portal.shows(
            "/docs/home.html",
            "the first page",
            "text/html; charset=utf-8",
        );
        portal.shows(
            "/docs/australia/",
            "the page of a bank",
            "text/html; charset=utf-8",
        );
        portal.shows(
            "/docs/files/style.css",
            "body {}",
            "text/css; charset=utf-8",
        );
    }

    #[test]
    fn a_link_out_of_it_is_not() {
        let portal = Portal::new();
        let link = |to: &str, name: &str| {
            symlink(to, portal.root.join(name)).expect("a link");
        };
        link("../secret.html", "file.html");
        link("file.html", "again.html");
        link("..", "folder");
        link("/", "disk");
        link("/dev/zero", "zero");
        link("round", "round");
        // A folder whose name begins as the portal's does is another one.
        fs::create_dir_all(portal.root.with_file_name("portal-2")).expect("a folder");
        let beside = portal.root.with_file_name("portal-2").join("index.html");
        fs::copy(portal.root.join("index.html"), beside).expect("a file");
        link("../portal-2", "beside");
        let paths = "file.html again.html folder folder/ folder/secret.html disk/etc/passwd \
                     zero round beside/ beside/index.html";
        for path in paths.split(' ') {
            portal.hides(&format!("/docs/{path}"));
        }
    }

    #[test]
    fn what_is_no_file_is_not_read() {
        let portal = Portal::new();
        pipe(&portal.root.join("pipe"));
        pipe(&portal.root.join("assets/index.html"));
        symlink("pipe", portal.root.join("link")).expect("a link");
        let _socket = UnixListener::bind(portal.root.join("socket")).expect("a socket");
        for path in ["/docs/pipe", "/docs/assets/", "/docs/link", "/docs/socket"] {
            portal.hides(path);
        }
    }

    #[test]
    fn its_folder_may_be_a_link_itself() {
        let portal = Portal::new();
        let link = portal.root.with_file_name("link");
        symlink("portal", &link).expect("a link");
        let answer = bare("GET", "/docs/").answer_of(&router(&link));
        assert_eq!((answer.status, &*answer.text), (200, "the first page"));
    }
}
