//! What a private category lets its people find is not told to those who read how searches end.

use actix_web::rt::System;
use tanya::domain::searching::Period;
use tanya::search::follower::Follower;
use tanya::store::searches;
use tanya::web::searches_noted;

use super::Private;

/// What a browser of people calls itself; searches of others are not kept.
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

#[test]
fn what_only_a_group_may_see_is_not_told_as_found() {
    let private = Private::spawn();
    let app = &private.app;
    app.leaves_jobs();
    private.ask("Where is the periscope?");
    app.settle_changes();
    let mut follower = Follower::new(app.store().clone(), app.site.search.clone(), app.clock.clone());
    follower.catch_up().unwrap();
    let ada = app.signed_in("ada").calling_itself(FIREFOX);
    assert!(ada.get("/search?q=periscope").has(".result"));
    System::new().block_on(searches_noted::write(&app.site, true));
    let totals = app.read(|db| searches::totals(db, Period::Month));
    assert_eq!((totals.search_count, totals.none_count), (1, 1));
}
