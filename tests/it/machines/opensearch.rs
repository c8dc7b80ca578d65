//! The description of the search that browsers take up from every page.

use crate::support::{ORIGIN, TestApp};

#[test]
fn every_page_leads_to_a_description_of_the_search_that_works() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    let home = visitor.get("/");
    let link = "link[rel=search][type='application/opensearchdescription+xml']";
    assert_eq!(home.attributes(link, "href"), ["/opensearch.xml"]);
    assert_eq!(home.attributes(link, "title"), [app.site.settings().site_name.clone()]);
    let described = visitor.get("/opensearch.xml");
    assert_eq!(
        described.header("content-type"),
        Some("application/opensearchdescription+xml; charset=utf-8")
    );
    let mut reader = quick_xml::Reader::from_str(&described.body);
    while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
    let template = described
        .body
        .split("template=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let template = template.unwrap().strip_prefix(ORIGIN).unwrap();
    let found = visitor.get(&template.replace("{searchTerms}", "valve+%26+pump"));
    assert_eq!(found.status, 200);
    assert_eq!(found.attributes("#search-field", "value"), ["valve & pump"]);
    for limit in ["<ShortName>", "<Description>", "<InputEncoding>UTF-8<"] {
        assert!(described.body.contains(limit), "{limit}: {}", described.body);
    }
}
