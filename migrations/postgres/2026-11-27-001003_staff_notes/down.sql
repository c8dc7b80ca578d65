drop table staff_notes;
