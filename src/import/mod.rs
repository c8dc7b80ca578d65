//! Content that comes from elsewhere.

pub mod demo;
