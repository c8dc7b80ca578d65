//! Types and rules, pure: no SQL, no HTTP, no HTML, no clock.
//!
//! What belongs here: a word of the house that has a type, and a rule that can be decided from values alone.
//! What does not: anything that asks the outside world, time included; `now` is always a parameter.

pub mod account;
pub mod article;
pub mod ask_session;
pub mod asking;
pub mod asking_back;
pub mod body;
pub mod browser;
pub mod category;
pub mod change;
pub mod colour;
pub mod contact;
pub mod cursor;
pub mod document;
pub mod draft;
pub mod email;
pub mod figure;
pub mod footer;
pub mod guide;
pub mod id;
pub mod job;
pub mod language;
pub mod letter_id;
pub mod merge;
pub mod moderation;
pub mod named;
pub mod network;
pub mod permission;
pub mod person;
pub mod problem;
pub mod proposal;
pub mod question;
pub mod report;
pub mod report_settings;
pub mod resolution;
pub mod role;
pub mod searching;
pub mod secrets;
pub mod section;
pub mod setting;
pub mod sight;
pub mod sign_up;
pub mod signed_link;
pub mod slug;
pub mod subject;
pub mod survey;
pub mod tag;
pub mod thread;
pub mod throttle;
pub mod title;
pub mod token;
pub mod vector;
pub mod vote;
pub mod worth;
