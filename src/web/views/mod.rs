//! Pages as functions: each takes what the store answered and returns markup. No view asks the store.

pub mod admin;
pub mod claim;
pub mod comments;
pub mod components;
pub mod faults;
pub mod forgotten_password;
pub mod history;
pub mod home;
pub mod layout;
pub mod moderation;
pub mod permissions;
mod problems;
pub mod replies;
pub mod set_up;
pub mod settings;
pub mod sign_in;
pub mod sign_up;
pub mod tags;
pub mod threads;
pub mod users;

pub use problems::{problem, problems};
