"""The labelling window: a person looks at each point of a sample at two dates and says what is there."""
