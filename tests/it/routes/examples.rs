//! An example of every address, with something behind it.

use tanya::domain::signed_link::LinkPurpose as To;
use tanya::domain::token::Purpose;
use tanya::store::sessions;

use super::world::World;
use crate::screening::watched;

pub type Example = fn(&World) -> String;

/// Where something stands for each pattern that has a part to fill in.
pub const EXAMPLES: &[(&str, Example)] = &[
    ("/assets/{name}", |world| world.asset()),
    ("/uploads/{id}/{name}", |world| world.picture().replace("/20x20", "")),
    ("/uploads/{id}/{size}/{name}", |world| world.picture()),
    ("/sign-up/confirm/{token}", |world| {
        format!("/sign-up/confirm/{}", world.secret(Purpose::ConfirmSignUp))
    }),
    ("/reset-password/{token}", |world| {
        format!("/reset-password/{}", world.secret(Purpose::ResetPassword))
    }),
    ("/claim/{token}", |world| {
        format!("/claim/{}", world.secret(Purpose::ClaimAccount))
    }),
    ("/invitations/{token}", |world| world.invitation()),
    ("/letters/solved/{token}", |world| world.letter_link(To::Solved)),
    ("/letters/not-working/{token}", |world| {
        world.letter_link(To::NotWorking)
    }),
    ("/letters/survey/{token}", |world| world.letter_link(To::Survey)),
    ("/letters/confirm-digests/{token}", |world| {
        world.subscriber_link(To::ConfirmDigests)
    }),
    ("/letters/choices/{token}", |world| world.subscriber_link(To::Choices)),
    ("/letters/stop-digests/{token}", |world| {
        world.subscriber_link(To::StopDigests)
    }),
    ("/letters/tell-me/{token}", |world| world.awaiting_link()),
    ("/letters/stop/{token}", |world| world.letter_link(To::Stop)),
    ("/letters/stop-all/{token}", |world| world.letter_link(To::StopAll)),
    ("/settings/address/confirm/{token}", |world| {
        format!("/settings/address/confirm/{}", world.secret(Purpose::ChangeAddress))
    }),
    ("/settings/sessions/{id}/end", |world| {
        let (user, now) = (world.app.user("bob").id, world.app.now());
        world.session("bob");
        let sessions = world.app.read(|db| sessions::of_user(db, user, now));
        format!("/settings/sessions/{}/end", sessions[0].id)
    }),
    ("/users/{id}", |_| "/users/1".to_owned()),
    ("/users/{id}/{name}", |_| "/users/1/ada".to_owned()),
    ("/threads/{id}", |world| format!("/threads/{}", world.thread())),
    ("/threads/{id}/{slug}", |world| {
        format!("/threads/{}/how-do-i-open-the-box", world.thread())
    }),
    ("/replies/{id}", |world| format!("/replies/{}", world.reply())),
    ("/comments/{id}", |world| format!("/comments/{}", world.comment())),
    ("/threads/{id}/-/picture-{hash}.png", |world| {
        format!("/threads/{}/-/picture-old.png", world.thread())
    }),
    ("/sitemaps/threads-{number}.xml", |world| {
        world.thread();
        "/sitemaps/threads-1.xml".to_owned()
    }),
    ("/feeds/categories/{slug}.atom", |_| {
        "/feeds/categories/help.atom".to_owned()
    }),
    ("/feeds/tags/{name}.atom", |world| {
        world.thread();
        "/feeds/tags/box.atom".to_owned()
    }),
    ("/feeds/threads/{id}.atom", |world| {
        format!("/feeds/threads/{}.atom", world.thread())
    }),
    ("/articles/sections/{id}", |world| {
        format!("/articles/sections/{}", world.article().0)
    }),
    ("/articles/sections/{id}/{slug}", |world| {
        format!("/articles/sections/{}/devices", world.article().0)
    }),
    ("/articles/{id}", |world| format!("/articles/{}", world.article().1)),
    ("/articles/{id}/{slug}", |world| {
        format!("/articles/{}/how-do-i-open-the-box", world.article().1)
    }),
    ("/articles/{id}/-/guide", |world| {
        format!("/articles/{}/-/guide", world.article().1)
    }),
    ("/articles/{id}/-/reviewed", |world| {
        format!("/articles/{}/-/reviewed", world.article().1)
    }),
    ("/articles/{id}/-/suggested", |world| {
        format!("/articles/{}/-/suggested", world.article().1)
    }),
    ("/categories/{slug}", |_| "/categories/help".to_owned()),
    ("/categories/{slug}/watch", |_| "/categories/help/watch".to_owned()),
    ("/tags/{name}/watch", |world| {
        world.thread();
        "/tags/box/watch".to_owned()
    }),
    ("/notifications/{id}/read", |_| "/notifications/1/read".to_owned()),
    ("/tags/{name}", |world| {
        world.thread();
        "/tags/box".to_owned()
    }),
    ("/questions/{id}", |world| {
        format!("/questions/{}", world.origin("stackexchange", "thread"))
    }),
    ("/questions/{id}/{slug}", |world| {
        format!("/questions/{}/x", world.origin("stackexchange", "thread"))
    }),
    ("/questions/{id}/{slug}/{answer}", |world| {
        let question = world.origin("stackexchange", "thread");
        format!("/questions/{question}/x/{}", world.origin("stackexchange", "reply"))
    }),
    ("/q/{id}", |world| {
        format!("/q/{}", world.origin("stackexchange", "thread"))
    }),
    ("/q/{id}/{by}", |world| {
        format!("/q/{}/7", world.origin("stackexchange", "thread"))
    }),
    ("/a/{id}", |world| {
        format!("/a/{}", world.origin("stackexchange", "reply"))
    }),
    ("/a/{id}/{by}", |world| {
        format!("/a/{}/7", world.origin("stackexchange", "reply"))
    }),
    ("/t/{slug}", |world| {
        format!("/t/{}", world.origin("discourse", "thread"))
    }),
    ("/t/{slug}/{id}", |world| {
        format!("/t/a-slug/{}", world.origin("discourse", "thread"))
    }),
    ("/t/{slug}/{id}/{post}", |world| {
        format!("/t/a-slug/{}/2", world.origin("discourse", "thread"))
    }),
    ("/p/{id}", |world| format!("/p/{}", world.origin("discourse", "reply"))),
    ("/c/{slug}/{id}", |world| {
        format!("/c/help/{}", world.origin("discourse", "category"))
    }),
    ("/c/{parent}/{slug}/{id}", |world| {
        format!("/c/all/help/{}", world.origin("discourse", "category"))
    }),
    ("/u/{name}", |world| {
        world.origin("discourse", "user");
        "/u/ada".to_owned()
    }),
    ("/about/terms/{version}", |_| "/about/terms/1".to_owned()),
    ("/about/privacy/{version}", |_| "/about/privacy/1".to_owned()),
    ("/about/imprint/{version}", |_| "/about/imprint/1".to_owned()),
    ("/admin/letters/specimens/{kind}", |_| {
        "/admin/letters/specimens/reminder".to_owned()
    }),
    ("/admin/letters/specimens/{kind}/html", |_| {
        "/admin/letters/specimens/reminder/html".to_owned()
    }),
    ("/admin/letters/specimens/{kind}/send", |_| {
        "/admin/letters/specimens/reminder/send".to_owned()
    }),
    ("/admin/letters/{id}/retry", |world| {
        format!("/admin/letters/{}/retry", world.job())
    }),
    ("/admin/letters/{id}/discard", |world| {
        format!("/admin/letters/{}/discard", world.job())
    }),
    ("/admin/jobs/{id}/retry", |world| {
        format!("/admin/jobs/{}/retry", world.job())
    }),
];

/// Patterns whose examples follow from their beginning.
const FAMILIES: &[(&str, &str, Example)] = &[
    ("/threads/{id}/", "{id}", |world| world.thread().to_string()),
    ("/replies/{id}/", "{id}", |world| world.reply().to_string()),
    ("/comments/{id}/", "{id}", |world| world.comment().to_string()),
    ("/articles/{id}/", "{id}", |world| world.draft().to_string()),
    ("/settings/canned-replies/{id}", "{id}", |world| {
        world.canned_reply().to_string()
    }),
    ("/moderation/people/{id}", "{id}", |_| "2".to_owned()),
    ("/moderation/restraints/{id}/", "{id}", |world| {
        world.warning().to_string()
    }),
    ("/warnings/{id}/", "{id}", |world| world.warning().to_string()),
    ("/notifications/conduct/{id}/", "{id}", |world| {
        world.warning().to_string()
    }),
    ("/moderation/removals/{id}/", "{id}", |world| {
        world.removal().to_string()
    }),
    ("/moderation/notes/{id}/", "{id}", |world| world.note().to_string()),
    ("/moderation/selections/{id}/", "{id}", |world| {
        world.selection().to_string()
    }),
    ("/moderation/log/{id}/", "{id}", |world| world.act().to_string()),
    ("/moderation/cases/{id}", "{id}", |world| world.case().to_string()),
    ("/moderation/sign-ups/{id}", "{id}", |world| world.doubted().to_string()),
    ("/moderation/repeats/{id}", "{id}", |world| {
        world.app.proposal().to_string()
    }),
    ("/admin/sections/{id}", "{id}", |world| world.article().0.to_string()),
    ("/admin/watched-words/{id}", "{id}", |world| watched(&world.app)),
    ("/admin/people/{id}", "{id}", |_| "2".to_owned()),
    ("/admin/invitations/{id}", "{id}", |world| {
        world.invitation();
        "1".to_owned()
    }),
    ("/admin/groups/{id}", "{id}", |world| world.group().to_string()),
    ("/admin/categories/{slug}", "{slug}", |_| "members".to_owned()),
    ("/admin/documents/{document}", "{document}", |_| "terms".to_owned()),
    ("/admin/tags/{name}", "{name}", |world| {
        world.thread();
        "box".to_owned()
    }),
];

/// A path that a pattern matches, with something behind it; a new thing at every call.
pub fn example(world: &World, pattern: &str) -> String {
    if !pattern.contains('{') {
        return pattern.to_owned();
    }
    if let Some((_, example)) = EXAMPLES.iter().find(|(known, _)| *known == pattern) {
        return example(world);
    }
    let family = FAMILIES.iter().find(|(beginning, _, _)| pattern.starts_with(beginning));
    let (_, part, fill) = family.unwrap_or_else(|| panic!("the route {pattern} has no example: add one here"));
    let path = pattern.replacen(part, &fill(world), 1);
    assert!(!path.contains('{'), "the route {pattern} has no example: add one here");
    path
}
