//! Pages as functions: each takes what the store answered and returns markup. No view asks the store.

pub mod admin;
pub mod articles;
pub mod claim;
pub mod comforts;
pub mod comments;
pub mod components;
pub mod consent;
pub mod contact;
pub mod design;
pub mod documents;
pub mod estimates;
pub mod faults;
pub mod feeds;
pub mod forgotten_password;
mod going_on;
pub mod head;
mod hints;
pub mod history;
pub mod home;
pub mod json_ld;
pub mod language;
pub mod layout;
pub mod moderation;
pub mod opensearch;
pub mod permissions;
mod problems;
pub mod repeats;
pub mod replies;
/// Sections of the report page.
pub mod reports {
    pub mod knowledge;
    pub mod self_service;
}
pub mod samples;
pub mod search;
pub mod searches;
pub mod set_up;
pub mod settings;
pub mod shortcuts;
pub mod sign_in;
pub mod sign_up;
pub mod sitemaps;
pub mod structured;
pub mod tags;
pub mod threads;
pub mod users;

pub use problems::{label as problem_label, problem, problems};
