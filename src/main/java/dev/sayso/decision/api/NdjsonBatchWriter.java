package dev.sayso.decision.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.decision.DecisionResult;
import dev.sayso.person.Profile;
import dev.sayso.shared.api.NdjsonWriter;

/**
 * Answers as JSON, a person a line, as the API gives them one by one.
 */
final class NdjsonBatchWriter implements BatchWriter {

	private final DecisionDocuments documents;

	private final NdjsonWriter lines;

	NdjsonBatchWriter(OutputStream out, DecisionDocuments documents, JsonMapper json) {
		this.documents = documents;
		this.lines = new NdjsonWriter(out, json, Line.class);
	}

	record Line(UUID profile, @Nullable String externalId, List<DecisionDocument.PropositionDocument> propositions) {
	}

	@Override
	public void add(DecisionResult result) {
		this.lines.write(new Line(Objects.requireNonNull(result.profile()).id(),
				result.context().person().part(Profile.class).details().externalId(),
				this.documents.create(result, null).propositions()));
	}

	@Override
	public void end() throws IOException {
		this.lines.end();
	}

}
