"""The plan language: frozen models of what a plan, a body, a document and a report can say."""
