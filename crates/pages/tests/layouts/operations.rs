//! Operations that tables list, that follow their names, and that are none.

use super::*;

const TABLES: &str = "operation-tables = true\n[opens]\nparameters = ['parameters']\n\
    status = ['{status}']\npart = ['answers']\n";

/// Checks which operations a page documents by a layout.
#[track_caller]
fn documents(layout: &str, page: &str, expected: &[&str]) {
    let layout = Layout::parse(layout).expect("it is a layout");
    let page = read(&layout, page);
    assert_eq!(page.documented(), expected.iter().copied().collect());
}

#[test]
fn an_operation_is_named_by_one_block_or_by_two() {
    for page in [
        "# GET /boats\n",
        "# Boats\n`GET` https://harbour.example/boats?limit=1\n",
        "# Boats\n- **URL**: `/boats`\n- **Method**: GET\n",
        "# Boats\n## Details\n| Method | GET |\n|---|---|\n| URL | /boats |\n",
        "<h1>Boats</h1><p><b>GET</b> {{host}}/boats</p>",
        "# GET /boats {#boats}\n",
        "# Boats {: .wide }\nGET /boats\n",
    ] {
        let page = read(&Layout::parse(OPENS).expect("it is a layout"), page);
        assert_eq!(page.documented(), BTreeSet::from(["GET /boats"]));
    }
}

#[test]
fn a_list_of_operations_opens_none() {
    let layout = Layout::parse(OPENS).expect("it is a layout");
    for page in [
        "# Contents\n- GET /boats\n- GET /crews\n",
        "# Contents\n| Method | Path |\n|---|---|\n| GET | /boats |\n",
    ] {
        assert_eq!(read(&layout, page).claims, []);
    }
}

#[test]
fn names_in_a_path_are_in_braces() {
    for path in [
        "/boats/:id/log",
        "/boats/<id>/log",
        "/boats/{{id}}/log",
        "/boats/[id]/log",
        "/boats/{id}/log{?limit}",
        "/boats/(id)/log",
        "/boats/(string:id)/log",
        "/boats/<int:id>/log",
        "/boats/[:id]/log",
        "/boats/#{id}/log",
        "/boats/$id/log",
        "/boats/{id:[0-9]+}/log",
        "/boats/{+id}/log",
        "/boats/:id(\\d+)/log",
        "https://{{host}}/boats/{{id}}/log",
        "{{host}}/boats/{{id}}/log#top",
    ] {
        let text = format!("# GET `{path}`\n");
        let page = read(&Layout::parse(OPENS).expect("it is a layout"), &text);
        assert_eq!(
            page.documented(),
            BTreeSet::from(["GET /boats/{id}/log"]),
            "{path}"
        );
    }
}

#[test]
fn each_row_of_a_table_is_an_operation() {
    let rows = "| Method | Path | Description |\n|---|---|---|\n| GET | /boats | All |\n\
        | PUT | /boats/:id | One |\n| LIST | /ropes | None |\n| DELETE | /boats/:id | Away |\n";
    let all = ["GET /boats", "PUT /boats/{id}", "DELETE /boats/{id}"];
    documents(TABLES, &format!("# Boats\n{rows}"), &all);
    documents(TABLES, rows, &all);
    let layout = Layout::parse(TABLES).expect("it is a layout");
    let page = read(&layout, rows);
    assert_eq!(lines(&page, rows, "unread"), ["| LIST | /ropes | None |"]);
}

/// What follows a table is said of each of its rows, and of a part of a path where it is one.
#[test]
fn what_follows_a_table_is_said_of_all_its_rows() {
    let page = "## Moor\nMoors a boat.\n\n| Method | Path |\n|---|---|\n| POST | /moor |\n\
        | POST | /moor/:rig |\n\n### Parameters\n| Name | Type |\n|---|---|\n| rig | string |\n\
        | tons | number |\n\n## Boats\n| Method | Path |\n|---|---|\n| GET | /boats |\n\
        ### Parameters\n| Name |\n|---|\n| age |\n";
    let layout = Layout::parse(TABLES).expect("it is a layout");
    let page = read(&layout, page);
    let claims = page.claims.iter().map(|stated| stated.claim.to_string());
    let types: BTreeSet<_> = claims.filter(|it| it.contains("· type")).collect();
    let due = [
        "POST /moor · body · rig · type = string",
        "POST /moor · body · tons · type = number",
        "POST /moor/{rig} · body · tons · type = number",
        "POST /moor/{rig} · path · rig · type = string",
    ];
    assert_eq!(types, due.map(str::to_owned).into());
    let ages = page.claims.iter().filter(|it| &*it.claim.name == "age");
    assert!(ages.clone().all(|it| &*it.claim.operation == "GET /boats") && ages.count() > 0);
}

/// Below a list of the whole API nothing is said of all operations in it.
#[test]
fn a_long_list_of_operations_is_followed_by_nothing_of_theirs() {
    let row = |number| format!("| GET | /boats{number} |\n");
    let rows: String = (0..30).map(row).collect();
    let page =
        format!("| Method | Path |\n|---|---|\n{rows}\n## Parameters\n| Name |\n|---|\n| rig |\n");
    let read = read(&Layout::parse(TABLES).expect("it is a layout"), &page);
    assert_eq!(read.documented().len(), 30);
    assert!(read.claims.iter().all(|it| &*it.claim.name != "rig"));
    assert_eq!(lines(&read, &page, "unread"), ["## Parameters", "| rig |"]);
}

/// As generators of clients write it: the parts of an operation follow under its title.
#[test]
fn a_title_in_a_table_opens_the_operation_again() {
    let page = "# Boats\nMethod | HTTP request | Description\n---|---|---\n\
        [**find**](#find) | **GET** /boats | Finds\n[**moor**](#moor) | **POST** /boats | Moors\n\n\
        # **find**\n### Parameters\nName | Type\n---|---\n**rig** | **string**\n\
        ### Answers\nStatus code | Description\n---|---\n**0** | Otherwise\n\n# **moor**\n\
        ### Parameters\nName | Type\n---|---\n**tons** | **number**\n";
    let layout = Layout::parse(TABLES).expect("it is a layout");
    let page = read(&layout, page);
    let claims: Vec<_> = page.claims.iter().map(|it| it.claim.to_string()).collect();
    for due in [
        "GET /boats · operation · title = find",
        "GET /boats · query · rig · type = string",
        "GET /boats · default · description = stated",
        "POST /boats · operation · title = moor",
        "POST /boats · body · tons · type = number",
    ] {
        assert!(
            claims.iter().any(|it| it == due),
            "{due} not in {claims:#?}"
        );
    }
}

/// A path beside a name is no parameter.
#[test]
fn a_table_of_other_operations_has_no_parameters() {
    let page = "# GET /boats\n## Path\nName | HTTP request\n---|---\nmoor | POST /boats/{id}\n";
    check(
        OPENS.replace("body =", "path = ['path']\nbody =").as_str(),
        page,
        &[],
    );
}

#[test]
fn a_path_without_a_method_is_unread_unless_the_layout_has_one() {
    let layout = "[opens]\noperation = ['code: curl \"{url}\"']\n";
    let page = "# Boats\n```\ncurl \"https://harbour.example/boats\"\n```\n";
    documents(layout, page, &[]);
    let layout = format!("method = 'GET'\n{layout}");
    documents(&layout, page, &["GET /boats"]);
    let rows = format!("{page}| Method | Path |\n|---|---|\n| LIST | /boats |\n");
    let unread = read(&Layout::parse(TABLES).expect("it is a layout"), &rows);
    assert_eq!(
        lines(&unread, &rows, "unread"),
        ["# Boats", "| LIST | /boats |"]
    );
}

/// What stands behind a path in its cell is none of it.
#[test]
fn a_path_ends_with_its_cell_or_before() {
    let rows =
        "| Method | Path |\n|---|---|\n| GET | /boats (deprecated) |\n| PUT | `/crews` New |\n";
    documents(TABLES, rows, &["GET /boats", "PUT /crews"]);
}

#[test]
fn what_is_skipped_has_no_operations() {
    let layout = "[opens]\noperation = ['code: {method} {path}']\nskip = ['examples']\n";
    let page = "# Boats\n```\nGET /boats\n```\n## Examples\n### Find\n```\nGET /boats/7\n```\n\
        # Crews\n```\nGET /crews\n```\n";
    documents(layout, page, &["GET /boats", "GET /crews"]);
    let layout =
        format!("{layout}query = ['query']\n").replace("['examples']", "['code: curl .*']");
    let page =
        "# Boats\n```\nGET /boats\n```\n## Query\n```\ncurl x\n```\n| Name |\n|---|\n| rig |\n";
    let read = read(&Layout::parse(&layout).expect("it is a layout"), page);
    assert!(read.claims.iter().all(|it| &*it.claim.place != "skip"));
}

/// A tag that ends on its own line has nothing in it.
#[test]
fn a_tag_goes_on_behind_its_line_only() {
    let layout = "[opens]\noperation = ['tag: Route method={method}', 'paragraph: {path}']\n\
        body = ['body']\nproperty = ['item: {name} \\({type}\\)']\n";
    let page = "## Moor\n<Route method=\"POST\">/boats</Route>\n### Body\n- rig (string)\n";
    let page = read(&Layout::parse(layout).expect("it is a layout"), page);
    let claims = page.claims.iter().map(|it| it.claim.to_string());
    let types: Vec<_> = claims.filter(|it| it.contains("· type")).collect();
    assert_eq!(types, ["POST /boats · body · rig · type = string"]);
}

#[test]
fn an_operation_below_a_schema_is_no_part_of_it() {
    let layout =
        "[opens]\noperation = ['code: {method} {path}']\nschema = ['heading 1: {name}s']\n";
    let page = "# Boats\n| Name |\n|---|\n| rig |\n## Find\n```\nGET /boats\n```\n";
    documents(layout, page, &["GET /boats"]);
}

/// What is optional is not within what is required.
#[test]
fn a_list_of_the_optional_ones_is_within_nothing() {
    let layout = "unplaced = 'parameters'\n[opens]\noperation = ['{method} {path}']\n\
        optional = ['optional:']\n\
        property = ['item: {name} - {description}', 'paragraph: required: {name} for {description}']\n";
    let page =
        "# POST /boats\n**Required**: rig for her rig.\n\n_Optional_:\n\n* tons - her tons.\n";
    let page = read(&Layout::parse(layout).expect("it is a layout"), page);
    let names: BTreeSet<_> = page.claims.iter().map(|it| &*it.claim.name).collect();
    assert_eq!(names, ["", "rig", "tons"].into());
}

/// Method and path may stand in two blocks, in either order, and a path above several methods.
#[test]
fn half_a_name_is_completed_by_the_next_one() {
    let headings = "[opens]\noperation = ['heading 3: {path}', 'heading 4: {method}']\n";
    let page = "### /boats\n#### GET\nLists.\n#### POST\nMakes.\n### /crews\n#### GET\nLists.\n";
    documents(headings, page, &["GET /boats", "POST /boats", "GET /crews"]);
    let texts = "[opens]\noperation = ['paragraph: {path}', 'paragraph: {method}']\n";
    let page = "# Boats\n\n/boats\n\nGET\n\nLists.\n\nPOST\n\nMakes.\n\n/crews\n\nGET\n\nLists.\n";
    documents(texts, page, &["GET /boats", "POST /boats", "GET /crews"]);
    let other = "[opens]\noperation = ['paragraph: {method}', 'heading 6: {path}']\n";
    let page = "## Make\nPOST\n###### /boats\n## List\nGET\n###### /boats\n";
    documents(other, page, &["POST /boats", "GET /boats"]);
    // What comes behind a path that waits for its method is no part of it.
    let page = "# Make\n\n/boats\n\n/crews\n\nPOST\n";
    documents(texts, page, &["POST /boats"]);
    // An address alone is no path.
    let page = "# Make\n\nPOST\n\nhttp://localhost\n\n/boats\n";
    documents(texts, page, &["POST /boats"]);
}

/// A function may be called as a method is.
#[test]
fn a_row_has_the_method_of_its_path() {
    let page = "# Boats\nMethod | HTTP request\n---|---\n[**get**](#get) | **GET** /boats\n\
        [**delete**](#delete) | **POST** /boats/gone\n\n# **delete**\n### Parameters\n\
        Name | Type\n---|---\nrig | string\n";
    documents(TABLES, page, &["GET /boats", "POST /boats/gone"]);
    let page = read(&Layout::parse(TABLES).expect("it is a layout"), page);
    let rig = page.claims.iter().find(|it| &*it.claim.name == "rig");
    assert_eq!(rig.map(|it| &*it.claim.operation), Some("POST /boats/gone"));
}

/// In attributes, too, a backslash is Markdown's.
#[test]
fn a_tag_has_no_backslashes() {
    let page = "{% swagger method=\"get\" path=\"/old\\_boats/{boat\\_id}\" %}\n{% endswagger %}\n";
    let layout = Layout::source("gitbook").expect("it is shipped");
    documents(layout, page, &["GET /old_boats/{boat_id}"]);
}

#[test]
fn a_parameter_has_none_within_it() {
    check(
        OPENS,
        "# GET /boats\n## Query\n- rig (string)\n  - sloop (string)\n",
        &["query · rig · listed", "query · rig · type = string"],
    );
}

/// As Swagger 2.0 has it, one row is about the whole body, whatever its name; several are properties.
#[test]
fn a_row_may_be_about_the_whole_body() {
    let opens = OPENS.replace("query = ['query']", "parameters = ['query']");
    let head = "# GET /boats\n## Query\n| Name | Located in | Required | Schema |\n|---|---|---|---|\n\
        | rig | query | No | string |\n";
    let rig = [
        "query · rig · listed",
        "query · rig · required = false",
        "query · rig · type = string",
    ];
    let whole = ["body · required = true", "body · unread = type"];
    let row = "| boat | body | Yes | [Boat](#boat) |\n";
    check(
        &opens,
        &format!("{head}{row}"),
        &[&rig[..], &whole].concat(),
    );
    let one = format!("{head}| crew | body | Yes | array of string |\n");
    let array = [
        "body · crew · listed",
        "body · crew · required = true",
        "body · crew · type = array of string",
    ];
    check(&opens, &one, &[&rig[..], &array].concat());
    let two = format!("{head}| crew | body | Yes | object |\n| hull | body | No | string |\n");
    let each = [
        "body · crew · listed",
        "body · crew · required = true",
        "body · crew · type = object",
        "body · hull · listed",
        "body · hull · required = false",
        "body · hull · type = string",
    ];
    check(&opens, &two, &[&rig[..], &each].concat());
}
