package dev.sayso.decision;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.profile.Profile;

/**
 * Answers as JSON, a person a line, as the API gives them one by one.
 */
final class NdjsonBatch implements BatchFile {

	private final OutputStream out;

	private final WriteAnswer write;

	private final SequenceWriter lines;

	private boolean any;

	NdjsonBatch(OutputStream out, WriteAnswer write, JsonMapper json) {
		this.out = out;
		this.write = write;
		this.lines = json.writerFor(Line.class)
			.withRootValueSeparator("\n")
			.without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
			.writeValues(out);
	}

	/** A line. */
	record Line(UUID profile, @Nullable String externalId, List<AnswerDocument.PropositionDocument> propositions) {
	}

	@Override
	public void add(Decided decided) {
		this.any = true;
		this.lines.write(new Line(Objects.requireNonNull(decided.profile()).id(),
				decided.asking().person().part(Profile.class).details().externalId(),
				this.write.of(decided, null).propositions()));
	}

	@Override
	public void end() throws IOException {
		this.lines.flush();
		if (this.any) {
			this.out.write('\n');
		}
		this.lines.close();
	}

}
