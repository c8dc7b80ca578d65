//! The table of contents: every address, in the order in which a visitor meets the pages.
//!
//! Each row says who may: that is asked first, the handler's signature says it again, and a test asks every row as every
//! viewer.

use actix_web::guard;
use actix_web::web::{self, ServiceConfig};

use super::routing::{elsewhere, let_in};
use super::{
    admin, articles, assets, awaitings, canned_replies, claim, comments, consent, design, desk, digests, documents,
    doubts, feeds, flags, forgotten_password, health, home, incoming, invitations, language, live, metrics, moderation,
    notifications, old_addresses, opensearch, permissions, pictures, preview, reminders, removals, repeats, replies,
    reports, restraints, search, searches, second_step, selections, set_up, settings, shortcuts, sign_in, sign_up,
    sitemaps, staff_notes, stopping, subscriptions, surveys, tags, threads, uploads, users,
};

pub use super::access::Access;
pub use super::routing::Route;

macro_rules! routes {
    ($($method:ident $path:literal $access:ident $handler:expr;)+) => {
        /// Every address of the site.
        pub const TABLE: &[Route] =
            &[$(Route { method: stringify!($method), path: $path, access: Access::$access }),+];

        /// Gives every address its handler.
        pub fn configure(config: &mut ServiceConfig) {
            $(config.route($path, routes!(@method $method).to(let_in(&Route { method: stringify!($method), path: $path, access: Access::$access }, $handler)));)+
            config.default_service(web::to(elsewhere));
        }
    };
    (@method GET) => { web::route().guard(guard::Any(guard::Get()).or(guard::Head())) };
    (@method POST) => { web::post() };
}

routes! {
    // For machines.
    GET  "/healthz"        Anyone   health::healthz;
    GET  "/readyz"         Anyone   health::readyz;
    GET  "/metrics"        Operator metrics::show;
    GET  "/assets/{name}"  Anyone   assets::show;
    GET  "/robots.txt"     Anyone   sitemaps::robots;
    GET  "/opensearch.xml" Anyone   opensearch::show;
    GET  "/sitemap.xml"    Anyone   sitemaps::whole;
    GET  "/sitemaps/pages.xml"              Anyone sitemaps::of_pages;
    GET  "/sitemaps/threads-{number}.xml"   Anyone sitemaps::of_threads;
    GET  "/feeds/all.atom"                  Anyone feeds::all;
    GET  "/feeds/unanswered.atom"           Anyone feeds::unanswered;
    GET  "/feeds/articles.atom"             Anyone feeds::articles;
    GET  "/feeds/categories/{slug}.atom"    Anyone feeds::category;
    GET  "/feeds/tags/{name}.atom"          Anyone feeds::tag;
    GET  "/feeds/threads/{id}.atom"         Anyone feeds::thread;
    GET  "/threads/{id}/-/picture-{hash}.png" Anyone pictures::show;
    POST "/incoming/mail"                   Anyone incoming::receive;

    // Files that people bring.
    POST "/uploads"                         SignedIn uploads::create;
    GET  "/uploads/{id}/{name}"             Anyone uploads::show;
    GET  "/uploads/{id}/{size}/{name}"      Anyone uploads::show_sized;

    // Reading.
    GET  "/"                          Anyone   home::show;
    GET  "/threads"                   Anyone   threads::list;
    GET  "/categories/{slug}"         Anyone   threads::category;
    POST "/categories/{slug}/watch"   SignedIn subscriptions::category;
    GET  "/tags"                      Anyone   tags::show;
    GET  "/tags/complete"             Anyone   tags::complete;
    GET  "/tags/{name}"               Anyone   threads::tag;
    POST "/tags/{name}/watch"         SignedIn subscriptions::tag;

    GET  "/search"                    Anyone   search::show;

    GET  "/live"                      Anyone   live::listen;

    // Reading in another language.
    POST "/language"                  Anyone   language::choose;

    // Asking; a visitor writes first and signs up in the same step.
    GET  "/threads/new"               Anyone   threads::form;
    POST "/threads/new"               Anyone   threads::create;
    POST "/threads/new/preview"       Anyone   threads::preview_new;
    POST "/preview"                   Anyone   preview::show;
    POST "/threads/new/suggestions"   Anyone   threads::suggest;
    POST "/threads/new/different"     Anyone   threads::different;
    POST "/threads/new/solved"        Anyone   threads::solved;
    POST "/threads/new/me-too"        SignedIn threads::join;
    GET  "/threads/{id}/-/suggested"  Anyone   threads::open;
    GET  "/articles/{id}/-/suggested" Anyone   threads::open_article;

    // A thread.
    GET  "/threads/{id}"              Anyone   threads::show;
    GET  "/threads/{id}/{slug}"       Anyone   threads::show;
    GET  "/threads/{id}/-/history"    Anyone   threads::history;
    GET  "/threads/{id}/-/comments"   Anyone   threads::comments;
    GET  "/threads/{id}/-/newest"     Anyone   live::newest;
    GET  "/threads/{id}/-/latest"     Anyone   replies::latest;
    POST "/threads/{id}/-/comments"   SignedIn comments::on_thread;
    POST "/threads/{id}/-/replies"    SignedIn replies::create;
    POST "/threads/{id}/-/replies/preview" SignedIn replies::preview;
    POST "/threads/{id}/-/replies/insert" SignedIn canned_replies::insert;
    GET  "/threads/{id}/-/edit"       SignedIn threads::edit_form;
    POST "/threads/{id}/-/edit"       SignedIn threads::change;
    POST "/threads/{id}/-/edit/preview" SignedIn threads::preview_edit;
    POST "/threads/{id}/-/up"         SignedIn threads::up;
    POST "/threads/{id}/-/down"       SignedIn threads::down;
    POST "/threads/{id}/-/unvote"     SignedIn threads::unvote;
    POST "/threads/{id}/-/me-too"     SignedIn threads::me_too;
    POST "/threads/{id}/-/not-me-too" SignedIn threads::not_me_too;
    POST "/threads/{id}/-/watch"      SignedIn subscriptions::thread;
    GET  "/threads/{id}/-/flag"       SignedIn flags::thread_form;
    POST "/threads/{id}/-/flag"       SignedIn flags::flag_thread;
    POST "/threads/{id}/-/unflag"     SignedIn flags::unflag_thread;
    POST "/threads/{id}/-/reopen"     SignedIn threads::reopen;
    POST "/threads/{id}/-/retag"      SignedIn threads::retag;
    POST "/threads/{id}/-/delete"     SignedIn threads::delete;
    POST "/threads/{id}/-/undelete"   ThreadModerator threads::undelete;
    POST "/threads/{id}/-/close"      ThreadModerator threads::close;
    POST "/threads/{id}/-/lock"       ThreadModerator threads::lock;
    POST "/threads/{id}/-/unlock"     ThreadModerator threads::unlock;
    POST "/threads/{id}/-/pin"        ThreadModerator threads::pin;
    POST "/threads/{id}/-/pin-until"  ThreadModerator threads::pin_until;
    POST "/threads/{id}/-/unpin"      ThreadModerator threads::unpin;
    POST "/threads/{id}/-/move"       ThreadModerator threads::r#move;
    GET  "/threads/{id}/-/merge"      ThreadModerator threads::merge_form;
    POST "/threads/{id}/-/merge"      ThreadModerator threads::merge;
    POST "/threads/{id}/-/unmerge"    ThreadModerator threads::unmerge;
    GET  "/threads/{id}/-/split"      ThreadModerator threads::split_form;
    POST "/threads/{id}/-/split"      ThreadModerator threads::split;
    GET  "/threads/{id}/-/redact"     ThreadModerator threads::redact_form;
    POST "/threads/{id}/-/redact"     ThreadModerator threads::redact;
    POST "/threads/{id}/-/redact/plan" ThreadModerator threads::redact_plan;
    POST "/threads/{id}/-/tell-problem"  ThreadModerator threads::tell_problem;
    POST "/threads/{id}/-/solve-problem" ThreadModerator threads::solve_problem;

    // A reply.
    GET  "/replies/{id}"              Anyone   replies::show;
    GET  "/replies/{id}/history"      Anyone   replies::history;
    GET  "/replies/{id}/comments"     Anyone   replies::comments;
    POST "/replies/{id}/comments"     SignedIn comments::on_reply;
    GET  "/replies/{id}/edit"         SignedIn replies::edit_form;
    POST "/replies/{id}/edit"         SignedIn replies::change;
    POST "/replies/{id}/edit/preview" SignedIn replies::preview_edit;
    POST "/replies/{id}/up"           SignedIn replies::up;
    POST "/replies/{id}/down"         SignedIn replies::down;
    POST "/replies/{id}/unvote"       SignedIn replies::unvote;
    POST "/replies/{id}/thank"        SignedIn replies::thank;
    POST "/replies/{id}/unthank"      SignedIn replies::unthank;
    POST "/replies/{id}/accept"       SignedIn replies::accept;
    POST "/replies/{id}/unaccept"     SignedIn replies::unaccept;
    GET  "/replies/{id}/flag"         SignedIn flags::reply_form;
    POST "/replies/{id}/flag"         SignedIn flags::flag_reply;
    POST "/replies/{id}/unflag"       SignedIn flags::unflag_reply;
    POST "/replies/{id}/delete"       SignedIn replies::delete;
    POST "/replies/{id}/undelete"     ThreadModerator replies::undelete;

    // A comment.
    GET  "/comments/{id}"             Anyone   comments::show;
    GET  "/comments/{id}/edit"        SignedIn comments::edit_form;
    POST "/comments/{id}/edit"        SignedIn comments::change;
    GET  "/comments/{id}/flag"        SignedIn flags::comment_form;
    POST "/comments/{id}/flag"        SignedIn flags::flag_comment;
    POST "/comments/{id}/unflag"      SignedIn flags::unflag_comment;
    POST "/comments/{id}/delete"      SignedIn comments::delete;
    POST "/comments/{id}/undelete"    ThreadModerator comments::undelete;

    // Articles that answer a thread.
    POST "/threads/{id}/-/link"       SignedIn threads::link;
    POST "/threads/{id}/-/unlink"     SignedIn threads::unlink;
    POST "/threads/{id}/-/solved"     SignedIn threads::solved_by_article;

    // The knowledge base.
    GET  "/articles"                        Anyone articles::home;
    GET  "/articles/faq"                    Anyone articles::frequent;
    GET  "/articles/new"                    ModeratorOrStaff articles::form;
    POST "/articles/new"                    ModeratorOrStaff articles::create;
    POST "/articles/new/preview"            ModeratorOrStaff articles::preview_new;
    GET  "/articles/sections/{id}"          Anyone articles::section;
    GET  "/articles/sections/{id}/{slug}"   Anyone articles::section;
    GET  "/articles/{id}"                   Anyone articles::show;
    GET  "/articles/{id}/{slug}"            Anyone articles::show;
    POST "/articles/{id}/-/opinion"         Anyone articles::give;
    GET  "/articles/{id}/-/guide"           Anyone articles::step;
    POST "/articles/{id}/-/guide"           Anyone articles::go_on;
    GET  "/articles/{id}/-/history"         ModeratorOrStaff articles::history;
    GET  "/articles/{id}/-/edit"            ModeratorOrStaff articles::edit_form;
    POST "/articles/{id}/-/edit"            ModeratorOrStaff articles::change;
    POST "/articles/{id}/-/edit/preview"    ModeratorOrStaff articles::preview_edit;
    POST "/articles/{id}/-/restore"         ModeratorOrStaff articles::restore;
    POST "/articles/{id}/-/state"           ModeratorOrStaff articles::become_state;
    POST "/articles/{id}/-/reviewed"        Moderator articles::look_over;

    // Coming in.
    GET  "/set-up"                   Anyone   set_up::form;
    POST "/set-up"                   Anyone   set_up::set_up;
    GET  "/sign-up"                  Anyone   sign_up::form;
    POST "/sign-up"                  Anyone   sign_up::sign_up;
    GET  "/sign-up/sent"             Anyone   sign_up::sent;
    GET  "/sign-up/confirm/{token}"  Holder   sign_up::confirm_form;
    POST "/sign-up/confirm/{token}"  Holder   sign_up::confirm;
    GET  "/sign-in"                  Anyone   sign_in::form;
    POST "/sign-in"                  Anyone   sign_in::sign_in;
    GET  "/sign-in/code"             Anyone   second_step::form;
    POST "/sign-in/code"             Anyone   second_step::complete;
    POST "/sign-out"                 Anyone   sign_in::sign_out;
    GET  "/forgotten-password"       Anyone   forgotten_password::form;
    POST "/forgotten-password"       Anyone   forgotten_password::ask;
    GET  "/reset-password/{token}"   Holder   forgotten_password::reset_form;
    POST "/reset-password/{token}"   Holder   forgotten_password::reset;
    GET  "/invitations/{token}"      Holder   invitations::form;
    POST "/invitations/{token}"      Holder   invitations::come_in;
    GET  "/claim/{token}"            Holder   claim::form;
    POST "/claim/{token}"            Holder   claim::claim;

    // Letters without an account.
    GET  "/digests"                     Anyone digests::form;
    POST "/digests"                     Anyone digests::ask;
    GET  "/digests/sent"                Anyone digests::sent;
    GET  "/threads/{id}/-/tell-me"      Anyone awaitings::form;
    POST "/threads/{id}/-/tell-me"      Anyone awaitings::ask;

    // Behind the links of letters; signed in or not.
    GET  "/letters/solved/{token}"      Holder reminders::solved_form;
    POST "/letters/solved/{token}"      Holder reminders::solved;
    GET  "/letters/not-working/{token}" Holder reminders::not_working_form;
    POST "/letters/not-working/{token}" Holder reminders::not_working;
    GET  "/letters/survey/{token}"      Holder surveys::form;
    POST "/letters/survey/{token}"      Holder surveys::answer;
    GET  "/letters/confirm-digests/{token}" Holder digests::confirm_form;
    POST "/letters/confirm-digests/{token}" Holder digests::confirm;
    GET  "/letters/choices/{token}"     Holder digests::choices_form;
    POST "/letters/choices/{token}"     Holder digests::choose;
    GET  "/letters/stop-digests/{token}" Holder digests::stop_form;
    POST "/letters/stop-digests/{token}" Holder digests::stop;
    GET  "/letters/tell-me/{token}"     Holder awaitings::word_form;
    POST "/letters/tell-me/{token}"     Holder awaitings::word;
    GET  "/letters/stop/{token}"        Holder stopping::form;
    POST "/letters/stop/{token}"        Holder stopping::stop;
    GET  "/letters/stop-all/{token}"    Holder stopping::form_for_all;
    POST "/letters/stop-all/{token}"    Holder stopping::stop_all;

    // People.
    GET  "/users/complete"           SignedIn users::complete;
    GET  "/users/{id}"               Anyone   users::show;
    GET  "/users/{id}/{name}"        Anyone   users::show;
    GET  "/settings"                 SignedIn settings::show;
    POST "/settings"                 SignedIn settings::save;
    GET  "/settings/account"         SignedIn settings::account;
    POST "/settings/password"        SignedIn settings::change_password;
    POST "/settings/address"         SignedIn settings::ask_address;
    POST "/settings/address/cancel"  SignedIn settings::cancel_address;
    POST "/settings/address/resume"  SignedIn settings::resume_letters;
    GET  "/settings/address/confirm/{token}" Holder settings::confirm_address_form;
    POST "/settings/address/confirm/{token}" Holder settings::confirm_address;
    GET  "/settings/second-factor"   SignedIn settings::second_factor;
    POST "/settings/second-factor"   SignedIn settings::begin_second_factor;
    POST "/settings/second-factor/confirm" SignedIn settings::confirm_second_factor;
    POST "/settings/second-factor/codes" SignedIn settings::renew_codes;
    POST "/settings/second-factor/end" SignedIn settings::end_second_factor;
    GET  "/settings/letters"         SignedIn settings::letters;
    POST "/settings/letters"         SignedIn settings::save_letters;
    GET  "/settings/watching"        SignedIn settings::watching;
    GET  "/settings/sessions"        SignedIn settings::sessions;
    POST "/settings/sessions/end"    SignedIn settings::end_other_sessions;
    POST "/settings/sessions/{id}/end" SignedIn settings::end_session;
    GET  "/settings/digests"         SignedIn digests::show;
    POST "/settings/digests"         SignedIn digests::save;
    POST "/settings/digests/stop"    SignedIn digests::stop_own;
    GET  "/settings/canned-replies"  SignedIn canned_replies::show;
    POST "/settings/canned-replies"  SignedIn canned_replies::make;
    GET  "/settings/canned-replies/{id}" SignedIn canned_replies::form;
    POST "/settings/canned-replies/{id}" SignedIn canned_replies::change;
    POST "/settings/canned-replies/{id}/delete" SignedIn canned_replies::delete;
    GET  "/settings/data"            SignedIn settings::data;
    POST "/settings/data/download"   SignedIn settings::download;
    GET  "/settings/close"           SignedIn settings::closing;
    POST "/settings/close"           SignedIn settings::close;
    POST "/settings/hints/dismiss"   Moderator settings::dismiss_hints;

    // What somebody was told of.
    GET  "/notifications"            SignedIn notifications::show;
    GET  "/notifications/count"      SignedIn notifications::count;
    POST "/notifications/read"       SignedIn notifications::read_all;
    POST "/notifications/{id}/read"  SignedIn notifications::read;
    GET  "/notifications/conduct"    SignedIn restraints::own;
    POST "/notifications/conduct/{id}/read" SignedIn notifications::read_notice;

    // What moderators said to somebody.
    POST "/warnings/{id}/read"       SignedIn restraints::read;

    // Where imported forums had their things.
    GET  "/questions/{id}"            Anyone   old_addresses::question;
    GET  "/questions/{id}/{slug}"     Anyone   old_addresses::question;
    GET  "/questions/{id}/{slug}/{answer}" Anyone old_addresses::answer_under;
    GET  "/q/{id}"                    Anyone   old_addresses::question;
    GET  "/q/{id}/{by}"               Anyone   old_addresses::question;
    GET  "/a/{id}"                    Anyone   old_addresses::answer;
    GET  "/a/{id}/{by}"               Anyone   old_addresses::answer;
    GET  "/t/{slug}"                  Anyone   old_addresses::topic;
    GET  "/t/{slug}/{id}"             Anyone   old_addresses::topic;
    GET  "/t/{slug}/{id}/{post}"      Anyone   old_addresses::topic;
    GET  "/p/{id}"                    Anyone   old_addresses::post;
    GET  "/c/{slug}/{id}"             Anyone   old_addresses::category;
    GET  "/c/{parent}/{slug}/{id}"    Anyone   old_addresses::category;
    GET  "/u/{name}"                  Anyone   old_addresses::person;

    // Looking after the forum.
    GET  "/about/permissions"                  Anyone    permissions::show;
    GET  "/about/shortcuts"                    Anyone    shortcuts::show;
    GET  "/about/terms"                        Anyone    documents::terms;
    GET  "/about/terms/{version}"              Anyone    documents::terms_version;
    GET  "/about/privacy"                      Anyone    documents::privacy;
    GET  "/about/privacy/{version}"            Anyone    documents::privacy_version;
    GET  "/about/imprint"                      Anyone    documents::imprint;
    GET  "/about/imprint/{version}"            Anyone    documents::imprint_version;
    POST "/consent"                            SignedIn  consent::agree;
    GET  "/design"                             Anyone    design::show;
    GET  "/moderation"                         ThreadModerator desk::show;
    GET  "/moderation/cases/{id}"              ThreadModerator desk::case;
    POST "/moderation/cases/{id}/decide"       ThreadModerator desk::decide;
    POST "/moderation/cases/{id}/give-back"    ThreadModerator desk::give_back;
    POST "/moderation/cases/{id}/put-back"     ThreadModerator desk::put_back;
    GET  "/moderation/sign-ups/{id}"           Moderator doubts::show;
    POST "/moderation/sign-ups/{id}/let-in"    Moderator doubts::let_in;
    POST "/moderation/sign-ups/{id}/remove"    Moderator doubts::remove;
    POST "/moderation/sign-ups/{id}/put-back"  Moderator doubts::put_back;
    GET  "/moderation/people/{id}"             ModeratorOrStaff restraints::show;
    POST "/moderation/people/{id}/restrain"    Moderator restraints::impose;
    POST "/moderation/people/{id}/remove"      Moderator removals::remove;
    POST "/moderation/people/{id}/notes"       ModeratorOrStaff staff_notes::note;
    POST "/moderation/notes/{id}/take-back"    ModeratorOrStaff staff_notes::take_back;
    POST "/moderation/removals/{id}/bring-back" Moderator removals::bring_back;
    POST "/moderation/restraints/{id}/lift"    Moderator restraints::lift;
    POST "/moderation/selection"               Moderator selections::plan;
    POST "/moderation/selection/do"            Moderator selections::carry_out;
    POST "/moderation/selections/{id}/undo"    Moderator selections::undo;
    GET  "/moderation/log"                     ThreadModerator moderation::log;
    POST "/moderation/log/{id}/undo"           ThreadModerator moderation::undo;
    GET  "/moderation/articles"                ModeratorOrStaff articles::desk;
    GET  "/moderation/repeats"                 ModeratorOrStaff repeats::desk;
    GET  "/moderation/repeats/{id}"            ModeratorOrStaff repeats::show;
    POST "/moderation/repeats/{id}/adopt"      ModeratorOrStaff repeats::adopt;
    POST "/moderation/repeats/{id}/put-back"   ModeratorOrStaff repeats::put_back;
    POST "/moderation/repeats/{id}/link"       ModeratorOrStaff repeats::link;
    POST "/moderation/repeats/{id}/decline"    ModeratorOrStaff repeats::decline;
    POST "/moderation/repeats/{id}/merge"      ModeratorOrStaff repeats::merge;
    POST "/moderation/repeats/{id}/split"      ModeratorOrStaff repeats::split;
    GET  "/reports"                            ReportReader     reports::show;
    GET  "/reports/definitions"                ReportReader     reports::definitions;
    GET  "/reports/figures.json"               ReportReader     reports::json;
    GET  "/reports/questions.csv"              ReportReader     reports::questions;
    GET  "/reports/visits.csv"                 ReportReader     reports::visits;
    GET  "/reports/search-rows.csv"            ReportReader     reports::searches;
    GET  "/reports/articles.csv"               ReportReader     reports::articles;
    GET  "/reports/surveys.csv"                ReportReader     reports::surveys;
    GET  "/reports/comments"                   ModeratorOrStaff reports::comments;
    GET  "/reports/anomalies"                  ReportReader     reports::anomalies;
    GET  "/reports/searches"                   ModeratorOrStaff searches::show;
    GET  "/reports/searches.csv"               ModeratorOrStaff searches::download;

    // Running the forum.
    GET  "/admin"                              Admin admin::overview;
    GET  "/admin/settings"                     Admin admin::settings::form;
    POST "/admin/settings"                     Admin admin::settings::save;
    GET  "/admin/asking"                       Admin admin::asking::form;
    POST "/admin/asking"                       Admin admin::asking::save;
    GET  "/admin/moderation"                   Admin admin::moderation::form;
    POST "/admin/moderation"                   Admin admin::moderation::save;
    GET  "/admin/watched-words"                Admin admin::watched_words::list;
    POST "/admin/watched-words"                Admin admin::watched_words::make;
    POST "/admin/watched-words/scan"           Admin admin::scans::begin;
    GET  "/admin/watched-words/{id}"           Admin admin::watched_words::form;
    POST "/admin/watched-words/{id}"           Admin admin::watched_words::change;
    POST "/admin/watched-words/{id}/delete"    Admin admin::watched_words::delete;
    GET  "/admin/trust"                        Admin admin::trust::form;
    POST "/admin/trust"                        Admin admin::trust::save;
    GET  "/admin/uploads"                      Admin admin::uploads::form;
    POST "/admin/uploads"                      Admin admin::uploads::save;
    GET  "/admin/reports"                      Admin admin::reports::form;
    POST "/admin/reports"                      Admin admin::reports::save;
    GET  "/admin/appearance"                   Admin admin::appearance::form;
    POST "/admin/appearance"                   Admin admin::appearance::save;
    POST "/admin/appearance/preview"           Admin admin::appearance::preview;
    POST "/admin/appearance/remove-logo"       Admin admin::appearance::remove_logo;
    GET  "/admin/documents"                    Admin admin::documents::list;
    GET  "/admin/documents/{document}"         Admin admin::documents::form;
    POST "/admin/documents/{document}"         Admin admin::documents::publish;
    POST "/admin/documents/{document}/preview" Admin admin::documents::preview;
    GET  "/admin/categories"                   Admin admin::categories::list;
    GET  "/admin/categories/new"               Admin admin::categories::new;
    POST "/admin/categories/new"               Admin admin::categories::make;
    GET  "/admin/categories/{slug}"            Admin admin::categories::form;
    POST "/admin/categories/{slug}"            Admin admin::categories::change;
    POST "/admin/categories/{slug}/up"         Admin admin::categories::up;
    POST "/admin/categories/{slug}/down"       Admin admin::categories::down;
    POST "/admin/categories/{slug}/archive"    Admin admin::categories::archive;
    POST "/admin/categories/{slug}/unarchive"  Admin admin::categories::unarchive;
    POST "/admin/categories/{slug}/groups"     Admin admin::groups::grant;
    GET  "/admin/groups"                       Admin admin::groups::list;
    POST "/admin/groups"                       Admin admin::groups::make;
    GET  "/admin/groups/{id}"                  Admin admin::groups::show;
    POST "/admin/groups/{id}"                  Admin admin::groups::change;
    POST "/admin/groups/{id}/put"              Admin admin::groups::put;
    POST "/admin/groups/{id}/take"             Admin admin::groups::take;
    POST "/admin/groups/{id}/delete"           Admin admin::groups::delete;
    GET  "/admin/sections"                     Admin admin::sections::list;
    GET  "/admin/sections/new"                 Admin admin::sections::new;
    POST "/admin/sections/new"                 Admin admin::sections::make;
    GET  "/admin/sections/{id}"                Admin admin::sections::form;
    POST "/admin/sections/{id}"                Admin admin::sections::change;
    POST "/admin/sections/{id}/up"             Admin admin::sections::up;
    POST "/admin/sections/{id}/down"           Admin admin::sections::down;
    POST "/admin/sections/{id}/delete"         Admin admin::sections::delete;
    GET  "/admin/tags"                         Admin admin::tags::list;
    GET  "/admin/tags/{name}/edit"             Admin admin::tags::form;
    POST "/admin/tags/{name}/edit"             Admin admin::tags::change;
    POST "/admin/tags/{name}/synonyms"         Admin admin::tags::add_synonym;
    POST "/admin/tags/{name}/synonyms/remove"  Admin admin::tags::remove_synonym;
    POST "/admin/tags/{name}/delete"           Admin admin::tags::delete;
    GET  "/admin/people"                       Admin admin::people::list;
    GET  "/admin/people/{id}"                  Admin admin::people::show;
    POST "/admin/people/{id}/role"             Admin admin::people::change_role;
    POST "/admin/people/{id}/staff"            Admin admin::people::set_staff;
    POST "/admin/people/{id}/suspend"          Admin admin::people::suspend;
    POST "/admin/people/{id}/unsuspend"        Admin admin::people::unsuspend;
    POST "/admin/people/{id}/second-factor"    Admin admin::people::end_second_factor;
    POST "/admin/people/{id}/claim-link"       Admin admin::people::claim_link;
    GET  "/admin/invitations"                  Inviter admin::invitations::list;
    POST "/admin/invitations"                  Inviter admin::invitations::give;
    POST "/admin/invitations/{id}/end"         Inviter admin::invitations::end;
    GET  "/admin/letters"                      Admin admin::letters::list;
    POST "/admin/letters/retry"                Admin admin::letters::retry_all;
    GET  "/admin/letters/paused"               Admin admin::letters::paused;
    POST "/admin/letters/paused/lift"          Admin admin::letters::lift;
    GET  "/admin/letters/specimens"            Admin admin::specimens::list;
    GET  "/admin/letters/specimens/{kind}"     Admin admin::specimens::show;
    GET  "/admin/letters/specimens/{kind}/html" Admin admin::specimens::show_html;
    POST "/admin/letters/specimens/{kind}/send" Admin admin::specimens::send;
    POST "/admin/letters/{id}/retry"           Admin admin::letters::retry;
    POST "/admin/letters/{id}/discard"         Admin admin::letters::discard;
    GET  "/admin/incoming"                     Admin admin::incoming::list;
    GET  "/admin/jobs"                         Admin admin::jobs::list;
    POST "/admin/jobs/{id}/retry"              Admin admin::jobs::retry;
}
