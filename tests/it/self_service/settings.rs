//! What an administrator decides about reports.

use tanya::store::settings;

use crate::support::TestApp;

const PAGE: &str = "/admin/reports";
const FORM: &str = "main form[action='/admin/reports']";

#[test]
fn reports_are_for_the_staff_in_office_hours_until_somebody_decides() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let form = root.get(PAGE).form(FORM);
    assert_eq!(form.value("opens"), Some("09:00"));
    assert_eq!(form.value("zone"), Some("UTC"));
    let fields = [
        ("is_published", "true"),
        ("saturday", "true"),
        ("opens", "08:30"),
        ("closes", "24:00"),
        ("zone", "Asia/Jakarta"),
        ("contact_worth", "12,5"),
        ("currency", "idr"),
    ];
    let saved = root.post(PAGE, &fields);
    assert_eq!(saved.status, 303, "{}", saved.body);
    let reports = app.read(settings::load).reports;
    assert!(reports.is_published);
    assert_eq!(reports.hours.weekdays().count(), 1);
    assert_eq!((reports.hours.opens, reports.hours.closes), (510, 1_440));
    assert_eq!(reports.hours.zone.name(), "Asia/Jakarta");
    let worth = reports.contact_worth.unwrap();
    assert_eq!((worth.hundredths, worth.currency.as_str()), (1_250, "IDR"));
    assert_eq!(app.site.settings().reports.hours, reports.hours);
    let again = root.get(PAGE).form(FORM);
    assert_eq!(again.value("contact_worth"), Some("12.50"));
    assert_eq!(again.value("saturday"), Some("true"));
    assert_eq!(again.value("monday"), None);
}

#[test]
fn what_cannot_be_is_told_beside_its_field_and_nothing_is_lost() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let fields = [
        ("opens", "nine"),
        ("closes", "17:00"),
        ("zone", "Mars/Olympus"),
        ("contact_worth", "1,000"),
        ("currency", "EURO"),
    ];
    let refused = root.post(PAGE, &fields);
    assert_eq!(refused.status, 422);
    let linked = refused.attributes(".problems a", "href");
    assert_eq!(linked, ["#monday", "#opens", "#zone", "#contact_worth", "#currency"]);
    for href in linked {
        assert!(refused.has(&href), "{href} leads nowhere");
    }
    assert_eq!(refused.form(FORM).value("zone"), Some("Mars/Olympus"));
    assert_eq!(app.read(settings::load), *app.site.settings());
    assert_eq!(app.signed_in("cat").get(PAGE).status, 403);
}
