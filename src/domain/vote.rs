//! An opinion of a post.

crate::named! {
    /// An opinion of a post; one for each voter and post.
    pub enum Vote {
        /// It helps.
        Up = "up",
        /// It does not help.
        Down = "down",
    }
}
