//! HTTP: routes, handlers, extractors, and the pages that they answer with.
//!
//! What belongs here: one file per noun with its handlers, and beside it in `views` its pages. What does not: SQL (the store's),
//! rules (the domain's), letters (a handler can only write a job's row).

pub mod admin;
pub mod articles;
pub mod asks_noted;
pub mod assets;
pub mod cache;
pub mod claim;
pub mod client;
pub mod comments;
mod conditional;
pub mod consent;
pub mod design;
pub mod documents;
pub mod encoding;
pub mod extract;
pub mod fault;
pub mod feeds;
pub mod forgotten_password;
pub mod health;
pub mod home;
pub mod kept;
pub mod language;
pub mod live;
pub mod logo;
pub mod metrics;
pub mod middleware;
pub mod moderation;
pub mod old_addresses;
pub mod opensearch;
pub mod page;
pub mod permissions;
pub mod pictures;
pub mod preview;
pub mod readings_noted;
pub mod reminders;
pub mod repeats;
pub mod replies;
pub mod routes;
pub mod search;
pub mod searches;
pub mod searches_noted;
pub mod seen;
mod set_up;
pub mod settings;
pub mod shortcuts;
pub mod sign_in;
pub mod sign_up;
pub mod signed;
pub mod site;
pub mod sitemaps;
pub mod surveys;
pub mod tags;
pub mod threads;
pub mod throttle;
pub mod upkeep;
pub mod users;
pub mod views;
pub mod views_counted;
pub mod visit;
pub mod visitors;

pub use fault::{Fault, Reply};
pub use page::{moved, moved_unless_at, see_other, see_other_with, unprocessable};
pub use site::Site;
pub use visit::{Administrator, Moderator, ModeratorOrStaff, SignedIn, Visit};
