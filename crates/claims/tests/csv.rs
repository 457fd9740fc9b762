//! Claims files: what is written reads back, and what is not as written is named by its place.

use claims::csv::{parse, render};
use claims::{Aspect, Capture, CapturedLine, Claim, Digest, PageClaim, PageClaims, lines};

const HEADER: &str = "operation,place,name,aspect,value,digest,down";
const LINES: &str = "00000000000a";
const SHA256: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// Checks a table, row by row: what is given => what is expected.
macro_rules! table {
    ($check:ident: $($given:expr => $($expected:expr),+;)+) => {
        $($check($given, $($expected),+);)+
    };
}

fn page(values: &[&str]) -> PageClaims {
    let claim = |(index, value): (usize, &&str)| PageClaim {
        line: 2 * u32::try_from(index).unwrap() + 1,
        claim: Claim::new("GET /a", "200", "a.b", Aspect::Example, value),
        digest: value.contains(' ').then(|| Digest::of(value)),
    };
    PageClaims {
        page: "a-page".to_owned(),
        capture: Capture {
            sha256: SHA256.to_owned(),
            lines: [("read", Some(Digest::of("x"))), ("a, b", None)]
                .map(|(rule, words)| CapturedLine {
                    words,
                    rule: rule.into(),
                })
                .into(),
        },
        claims: values.iter().enumerate().map(claim).collect(),
    }
}

#[test]
fn a_page_is_written_one_claim_a_row_below_its_capture() {
    let page = page(&["x", "two words"]);
    let text = render(&page);
    let seal = text.lines().nth(1).unwrap().split(',').nth(5).unwrap();
    let digest = Digest::of("two words");
    let lines = lines::render(&page.capture);
    assert_eq!(lines, format!("{},read\n,\"a, b\"\n", Digest::of("x")));
    let lines = Digest::of_bytes(lines.as_bytes());
    assert_eq!(
        text,
        format!(
            "{HEADER}\n,capture,,sha-256,{SHA256},{seal},\n,capture,,lines,{lines},,\n\
             GET /a,200,a.b,example,x,,1\nGET /a,200,a.b,example,two words,{digest},2\n"
        )
    );
}

#[test]
fn a_page_that_moved_changes_one_row() {
    let page = page(&["x", "y", "z"]);
    let mut moved = page.clone();
    for stated in &mut moved.claims[1..] {
        stated.line += 7;
    }
    let (before, after) = (render(&page), render(&moved));
    let rows = before.lines().zip(after.lines()).skip(2);
    let changed: Vec<_> = rows.filter(|(one, other)| one != other).collect();
    let row = "GET /a,200,a.b,example,y,,";
    assert_eq!(changed, [(&*format!("{row}2"), &*format!("{row}9"))]);
}

/// Reads the claims of a page and its lines.
fn read(page: &PageClaims, text: &str) -> claims::csv::ClaimsFile {
    let file = parse("a-page", text).unwrap();
    file.with_lines(&lines::render(&page.capture)).unwrap()
}

#[test]
fn lines_of_another_capture_break_the_seal() {
    let page = page(&["x"]);
    let text = render(&page);
    let lines = lines::render(&page.capture);
    for other in [
        lines.replace("read", "heading"),
        lines.replacen(Digest::of("x").as_str(), Digest::of("y").as_str(), 1),
        format!("{lines},blank\n"),
        String::new(),
    ] {
        let file = parse("a-page", &text).unwrap();
        assert!(!file.with_lines(&other).unwrap().sealed, "{other}");
    }
    assert!(read(&page, &text).sealed);
}

#[test]
fn a_malformed_line_is_named() {
    let check_lines = |text: &str, place: &str, due: &str, found: &str| {
        let errors = lines::parse(text).unwrap_err();
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(
            errors,
            [format!(
                "{place}: expected {due}, but found {found} instead"
            )]
        );
    };
    table! { check_lines:
        "x,read\n" => "line 1, column 1", "a digest of 12 hexadecimal digits", "`x`";
        ",blank\n0123456789ab\n" => "line 2, column 2", "2 columns", "1";
        ",blank\n0123456789ab,\n" => "line 2, column 2", "`read` or the name of a rule", "nothing";
        ",blank,more\n" => "line 1, column 3", "2 columns", "3";
    }
}

#[test]
fn what_is_written_reads_back_the_same_and_sealed() {
    for values in [
        &[][..],
        &[""],
        &["a,b", ",", "\"", "\"quoted\"", "a\"b", "'"],
        &["香港", "é · ü", "\u{feff}", "🙂"],
        &["two\nlines", "two\r\nlines", "\r", "\n", "ends\n"],
        &[" spaces ", "\ttab", "a  b"],
        &["capture", "=1+1", "#4", "\\", "null"],
        &[
            "+1", "-1", "@SUM(A1)", "'=1", "''", "'a", " =1", "\t=1", "-",
        ],
        &["twice", "twice"],
    ] {
        let page = page(values);
        let text = render(&page);
        let file = read(&page, &text);
        assert_eq!(file.page, page);
        assert!(file.sealed, "{text}");
        assert_eq!(render(&file.page), text);
    }
}

#[test]
fn what_a_spreadsheet_writes_its_own_way_reads_back_the_same_and_sealed() {
    let page = page(&["x", "a,b"]);
    let text = render(&page);
    for (what, other) in [
        ("line ends", text.replace('\n', "\r\n")),
        ("quotes", text.replace("GET /a", "\"GET /a\"")),
        ("no last line end", text.trim_end().to_owned()),
        (
            "empty lines",
            format!("\n{}\n\n", text.replace('\n', "\n\n")),
        ),
        ("byte order mark", format!("\u{feff}{text}")),
    ] {
        assert_ne!(other, text, "invalid test case: {what}");
        let file = read(&page, &other);
        assert_eq!((file.page, file.sealed), (page.clone(), true), "{what}");
    }
}

#[test]
fn any_change_of_any_row_breaks_the_seal() {
    let page = page(&["x", "two words", "two  words"]);
    let text = render(&page);
    let rows: Vec<&str> = text.lines().collect();
    let check = |what: &str, sealed: bool, change: &dyn Fn(&mut Vec<String>)| {
        let mut rows: Vec<String> = rows.iter().map(|&row| row.to_owned()).collect();
        change(&mut rows);
        let file = parse("a-page", &(rows.join("\n") + "\n"));
        assert_eq!(file.map(|file| file.sealed), Ok(sealed), "{what}");
    };
    let broken = |what: &str, change: &dyn Fn(&mut Vec<String>)| check(what, false, change);
    check("as it was", true, &|_| {});
    for at in 3..rows.len() {
        broken(&format!("{at} deleted"), &|rows| drop(rows.remove(at)));
        let row = rows[at].replacen("200", "201", 1);
        broken(&format!("{at} changed"), &|rows| rows[at].clone_from(&row));
        let added = || ",,,title,x,,9".to_owned();
        broken(&format!("{at} added"), &|rows| rows.insert(at, added()));
    }
    let last = rows.len() - 1;
    broken("order", &|rows| rows.swap(last, last - 1));
    broken("a row twice", &|rows| rows.push(rows[last].clone()));
    let spaced = rows[last].replace("two  words", "two words");
    broken("a space", &|rows| rows[last].clone_from(&spaced));
    let other = rows[1].replacen('0', "1", 1);
    broken("another capture", &|rows| rows[1].clone_from(&other));
    let lines = rows[2].split(',').nth(4).unwrap();
    let lines = rows[2].replace(lines, LINES);
    broken("other lines", &|rows| rows[2].clone_from(&lines));
    let unsealed = format!("{},", &rows[1][..rows[1].len() - 13]);
    broken("no seal", &|rows| rows[1].clone_from(&unsealed));
}

/// The rows below the header, and below the capture's where they have none, give these errors.
#[track_caller]
fn check(rows: &str, expected: &[&str]) {
    let capture = format!(",capture,,sha-256,{SHA256},,\n,capture,,lines,{LINES},,\n");
    let capture = if rows.contains("sha-256") {
        ""
    } else {
        &capture
    };
    check_text(&format!("{HEADER}\n{capture}{rows}"), expected);
}

/// They give one error: where, what is expected, and what is found.
#[track_caller]
fn check_one(rows: &str, place: &str, due: &str, found: &str) {
    let error = format!("{place}: expected {due}, but found {found} instead");
    check(rows, &[&error]);
}

#[track_caller]
fn check_text(text: &str, expected: &[&str]) {
    let errors = parse("a-page", text).expect_err("the text is malformed");
    let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(errors, expected);
}

#[test]
fn a_missing_or_wrong_header_is_named() {
    let check_first = |text: &str, place: &str, found: &str| {
        let errors = parse("a-page", text).unwrap_err();
        let due = format!("expected the header `{HEADER}`, but found");
        assert_eq!(
            errors[0].to_string(),
            format!("{place}: {due} {found} instead")
        );
    };
    table! { check_first:
        "" => "line 1, column 1", "nothing";
        "\n\n" => "line 1, column 1", "nothing";
        "GET /a,200,a,type,string,,1\n" => "line 1, column 1", "`GET /a`";
        "operation,place,name,aspect\n" => "line 1, column 5", "its end";
        "operation,name,place,aspect,value,digest,down\n" => "line 1, column 2", "`name`";
        "operation,place,name,aspect,value,digest,down,more\n" => "line 1, column 8", "`more`";
    }
}

#[test]
fn a_missing_capture_is_named() {
    let missing = |what| {
        format!(
            "line 2, column 4: expected the row of the capture's {what}, but found none instead"
        )
    };
    check_text(&format!("{HEADER}\n"), &[&missing("sha-256")]);
    check_text(
        &format!("{HEADER}\n,,,title,x,,1\n"),
        &[&missing("sha-256")],
    );
    let sha256 = format!("{HEADER}\n,capture,,sha-256,{SHA256},,\n,,,title,x,,1\n");
    check_text(&sha256, &[&missing("lines")]);
}

#[test]
fn a_malformed_row_of_the_capture_is_named() {
    let twice = format!(",capture,,sha-256,{SHA256},,\n,capture,,sha-256,{SHA256},,");
    let named = format!(",capture,a,sha-256,{SHA256},,");
    let lines = format!(",capture,,lines,{LINES},,");
    let sealed = format!(",capture,,lines,{LINES},{LINES},");
    table! { check_one:
        &twice => "line 3, column 4", "one sha-256", "a second";
        &named => "line 2, column 3", "nothing", "`a`";
        ",capture,,sha-256,abc,," => "line 2, column 5", "a sha-256 of 64 hexadecimal digits", "`abc`";
        ",capture,,lines,many,," => "line 4, column 4", "one lines", "a second";
        &lines => "line 4, column 4", "one lines", "a second";
        &sealed => "line 4, column 4", "one lines", "a second";
        ",capture,,type,1,," => "line 4, column 4", "`sha-256` or `lines`", "`type`";
        "GET /a,capture,,lines,1,," => "line 4, column 1", "nothing", "`GET /a`";
    }
    let rows = |lines: &str| format!("{HEADER}\n,capture,,sha-256,{SHA256},,\n,capture,,{lines}\n");
    let digest = "expected a digest of 12 hexadecimal digits, but found";
    let seal = format!("line 3, column 6: expected nothing, but found `{LINES}` instead");
    check_text(
        &rows("lines,many,,"),
        &[&format!("line 3, column 5: {digest} `many` instead")],
    );
    check_text(&rows(&format!("lines,{LINES},{LINES},")), &[&seal]);
}

#[test]
fn a_malformed_claim_is_named() {
    table! { check_one:
        "GET /a,200,a" => "line 4, column 4", "7 columns", "3";
        ",,,title,x," => "line 4, column 7", "7 columns", "6";
        ",,,title,x,,1,," => "line 4, column 8", "7 columns", "9";
        "\"\"" => "line 4, column 2", "7 columns", "1";
        ",,,title,x,," => "line 4, column 7", "a number of lines", "``";
        ",,,title,x,,0" => "line 4, column 7", "a number of lines", "`0`";
        ",,,title,x,,x" => "line 4, column 7", "a number of lines", "`x`";
        ",,,title,x,,-1" => "line 4, column 7", "a number of lines", "`-1`";
        ",,,title,x,,4294967296" => "line 4, column 7", "a number of lines", "`4294967296`";
        ",,,title,x,,4294967295\n,,,title,x,,1" => "line 5, column 7", "a number of lines", "`1`";
        ",,,titel,x,,1" => "line 4, column 4", "an aspect such as `type` or `required`", "`titel`";
        ",,,title,x,xyz,1" => "line 4, column 6", "a digest of 12 hexadecimal digits", "`xyz`";
    }
}

#[test]
fn a_misplaced_quote_is_named() {
    let (due, found) = (
        "quotes around a whole value",
        "one that opens or closes elsewhere",
    );
    table! { check_one:
        ",,,title,\"x,\n,,,title,y,,1" => "line 4, column 5", due, found;
        ",,,title,x,,\"" => "line 4, column 7", due, found;
        ",,,title,\"x\"y,,1" => "line 4, column 5", due, found;
        ",,,title,x\"y,,1" => "line 4, column 5", due, found;
        "\"a\"\"b,,,title,x,,1" => "line 4, column 1", due, found;
    }
}

#[test]
fn lines_are_counted_as_an_editor_does() {
    let wrong = |line: u32| {
        format!(
            "line {line}, column 4: expected an aspect such as `type` or `required`, but found `?` instead"
        )
    };
    check(
        ",,,title,x,,1\n,,,?,x,,1\n,,,?,x,,1",
        &[&wrong(5), &wrong(6)],
    );
    check(",,,title,\"two\nlines\",,1\n,,,?,x,,1", &[&wrong(6)]);
    check("\n\n,,,?,x,,1\n\n\n,,,?,x,,1", &[&wrong(6), &wrong(9)]);
    let crlf = format!("{HEADER}\n,capture,,sha-256,{SHA256},,\n,,,?,x,,1\n\n,,,?,x,,1\n");
    check_text(&crlf.replace('\n', "\r\n"), &[&wrong(3), &wrong(5)]);
}

#[test]
fn every_malformed_row_is_named_and_not_only_the_first() {
    check(
        ",,,title,x,,0\n,,,title,x\n,,,title,x,,1\n,,,titel,x,,1",
        &[
            "line 4, column 7: expected a number of lines, but found `0` instead",
            "line 5, column 6: expected 7 columns, but found 5 instead",
            "line 7, column 4: expected an aspect such as `type` or `required`, but found `titel` \
             instead",
        ],
    );
}
