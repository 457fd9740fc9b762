//! Claims files: what is written reads back, and what is not as written is named by its place.

use std::collections::BTreeMap;

use claims::csv::{parse, render};
use claims::{Aspect, Capture, Claim, Digest, PageClaim, PageClaims};

const HEADER: &str = "line,operation,place,name,aspect,value,digest";
const SHA256: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// Checks a table, row by row: what is given => what is expected.
macro_rules! table {
    ($check:ident: $($given:expr => $($expected:expr),+;)+) => {
        $($check($given, $($expected),+);)+
    };
}

fn page(values: &[&str]) -> PageClaims {
    let claim = |(index, value): (usize, &&str)| PageClaim {
        line: u32::try_from(index).unwrap() + 1,
        claim: Claim::new("GET /a", "200", "a.b", Aspect::Example, value),
        digest: value.contains(' ').then(|| Digest::of(value)),
    };
    PageClaims {
        page: "a-page".to_owned(),
        capture: Capture {
            sha256: SHA256.to_owned(),
            lines: BTreeMap::from([("read".to_owned(), 2), ("a, b".to_owned(), 0)]),
        },
        claims: values.iter().enumerate().map(claim).collect(),
    }
}

#[test]
fn a_page_is_written_one_claim_a_row_below_its_capture() {
    let text = render(&page(&["x", "two words"]));
    let (_, seal) = text.lines().nth(1).unwrap().rsplit_once(',').unwrap();
    let digest = Digest::of("two words");
    assert_eq!(
        text,
        format!(
            "{HEADER}\n,,capture,,sha-256,{SHA256},{seal}\n,,capture,\"a, b\",lines,0,\n\
             ,,capture,read,lines,2,\n1,GET /a,200,a.b,example,x,\n\
             2,GET /a,200,a.b,example,two words,{digest}\n"
        )
    );
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
        let file = parse("a-page", &text).unwrap();
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
        let file = parse("a-page", &other).unwrap();
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
    for at in 2..rows.len() {
        broken(&format!("{at} deleted"), &|rows| drop(rows.remove(at)));
        let row = rows[at].replacen("200", "201", 1);
        let row = row.replacen(",lines,", ",lines,1", 1);
        broken(&format!("{at} changed"), &|rows| rows[at].clone_from(&row));
        let added = || "9,,,,title,x,".to_owned();
        broken(&format!("{at} added"), &|rows| rows.insert(at, added()));
    }
    let last = rows.len() - 1;
    broken("order", &|rows| rows.swap(last, last - 1));
    broken("a row twice", &|rows| rows.push(rows[last].clone()));
    let spaced = rows[last].replace("two  words", "two words");
    broken("a space", &|rows| rows[last].clone_from(&spaced));
    let other = rows[1].replacen('0', "1", 1);
    broken("another capture", &|rows| rows[1].clone_from(&other));
    let unsealed = &rows[1][..rows[1].len() - 12];
    broken("no seal", &|rows| rows[1] = unsealed.to_owned());
}

/// The rows below the header, and below the capture's where they have none, give these errors.
#[track_caller]
fn check(rows: &str, expected: &[&str]) {
    let capture = format!(",,capture,,sha-256,{SHA256},\n");
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
        "1,GET /a,200,a,type,string,\n" => "line 1, column 1", "`1`";
        "line,operation,place,name,aspect\n" => "line 1, column 6", "its end";
        "line,operation,name,place,aspect,value,digest\n" => "line 1, column 3", "`name`";
        "line,operation,place,name,aspect,value,digest,more\n" => "line 1, column 8", "`more`";
    }
}

#[test]
fn a_missing_capture_is_named() {
    let missing =
        "line 2, column 5: expected the row of the capture's sha-256, but found none instead";
    check_text(&format!("{HEADER}\n"), &[missing]);
    check_text(&format!("{HEADER}\n1,,,,title,x,\n"), &[missing]);
}

#[test]
fn a_malformed_row_of_the_capture_is_named() {
    let twice = format!(",,capture,,sha-256,{SHA256},\n,,capture,,sha-256,{SHA256},");
    let named = format!(",,capture,a,sha-256,{SHA256},");
    table! { check_one:
        &twice => "line 3, column 5", "one sha-256", "a second";
        &named => "line 2, column 4", "nothing", "`a`";
        ",,capture,,sha-256,abc," => "line 2, column 6", "a sha-256 of 64 hexadecimal digits", "`abc`";
        ",,capture,read,lines,many," => "line 3, column 6", "a number of lines", "`many`";
        ",,capture,read,lines,-1," => "line 3, column 6", "a number of lines", "`-1`";
        ",,capture,read,lines,1,\n,,capture,read,lines,1," => "line 4, column 4", "one count of `read`", "a second";
        ",,capture,,type,1," => "line 3, column 5", "`sha-256` or `lines`", "`type`";
        ",GET /a,capture,read,lines,1," => "line 3, column 2", "nothing", "`GET /a`";
        ",,capture,read,lines,1,0123456789ab" => "line 3, column 7", "nothing", "`0123456789ab`";
    }
}

#[test]
fn a_malformed_claim_is_named() {
    table! { check_one:
        "1,GET /a,200" => "line 3, column 4", "7 columns", "3";
        "1,,,,title,x" => "line 3, column 7", "7 columns", "6";
        "1,,,,title,x,,," => "line 3, column 8", "7 columns", "9";
        "\"\"" => "line 3, column 2", "7 columns", "1";
        ",,,,title,x," => "line 3, column 1", "a line number", "``";
        "0,,,,title,x," => "line 3, column 1", "a line number", "`0`";
        "x,,,,title,x," => "line 3, column 1", "a line number", "`x`";
        "4294967296,,,,title,x," => "line 3, column 1", "a line number", "`4294967296`";
        "1,,,,titel,x," => "line 3, column 5", "an aspect such as `type` or `required`", "`titel`";
        "1,,,,title,x,xyz" => "line 3, column 7", "a digest of 12 hexadecimal digits", "`xyz`";
    }
}

#[test]
fn a_misplaced_quote_is_named() {
    let (due, found) = (
        "quotes around a whole value",
        "one that opens or closes elsewhere",
    );
    table! { check_one:
        "1,,,,title,\"x,\n2,,,,title,y," => "line 3, column 6", due, found;
        "1,,,,title,x,\"" => "line 3, column 7", due, found;
        "1,,,,title,\"x\"y," => "line 3, column 6", due, found;
        "1,,,,title,x\"y," => "line 3, column 6", due, found;
        "1,\"a\"\"b,,,title,x," => "line 3, column 2", due, found;
    }
}

#[test]
fn lines_are_counted_as_an_editor_does() {
    let wrong = |line: u32| {
        format!(
            "line {line}, column 5: expected an aspect such as `type` or `required`, but found `?` instead"
        )
    };
    check(
        "1,,,,title,x,\n2,,,,?,x,\n3,,,,?,x,",
        &[&wrong(4), &wrong(5)],
    );
    check("1,,,,title,\"two\nlines\",\n2,,,,?,x,", &[&wrong(5)]);
    check("\n\n1,,,,?,x,\n\n\n2,,,,?,x,", &[&wrong(5), &wrong(8)]);
    let crlf = format!("{HEADER}\n,,capture,,sha-256,{SHA256},\n1,,,,?,x,\n\n2,,,,?,x,\n");
    check_text(&crlf.replace('\n', "\r\n"), &[&wrong(3), &wrong(5)]);
}

#[test]
fn every_malformed_row_is_named_and_not_only_the_first() {
    check(
        "0,,,,title,x,\n1,,,,title\n1,,,,title,x,\n2,,,,titel,x,",
        &[
            "line 3, column 1: expected a line number, but found `0` instead",
            "line 4, column 6: expected 7 columns, but found 5 instead",
            "line 6, column 5: expected an aspect such as `type` or `required`, but found `titel` \
             instead",
        ],
    );
}
