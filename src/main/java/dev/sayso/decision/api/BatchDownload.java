package dev.sayso.decision.api;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.audit.PeopleFileLog;
import dev.sayso.decision.DecisionEngine;
import dev.sayso.decision.DecisionRequest;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.api.StreamedFile;

@Component
class BatchDownload {

	private final BatchDecision decision;

	private final DecisionDocuments documents;

	private final JsonMapper json;

	private final Audit audit;

	private final PeopleFileLog log;

	BatchDownload(BatchDecision decision, DecisionDocuments documents, JsonMapper json, Audit audit,
			PeopleFileLog log) {
		this.log = log;
		this.decision = decision;
		this.documents = documents;
		this.json = json;
		this.audit = audit;
	}

	/** How a batch comes: as JSON by lines, or as a table. */
	enum Format {

		NDJSON, SPREADSHEET, PLAIN

	}

	/** Decides, and sends as it goes. */
	void send(ProfileQuery people, DecisionRequest request, List<DecisionEngine.RequestedScope> scopes, Format format,
			Actor by, HttpServletResponse response) throws IOException {
		UUID id = Ids.next();
		boolean table = format != Format.NDJSON;
		response.setContentType(table ? "text/csv;charset=UTF-8" : MediaType.APPLICATION_NDJSON_VALUE);
		AuditSubject of = new AuditSubject("decision-batch", id.toString(), names(scopes));
		StreamedFile.send(response, "batch " + id, (out) -> this.log.take(by, "decisions", of, () -> {
			long sent = write(people, request, scopes, table ? new CsvBatchWriter(out, scopes, format == Format.PLAIN)
					: new NdjsonBatchWriter(out, this.documents, this.json));
			this.audit.write(by, "decided", of, List.of(new FieldChange("people", null, String.valueOf(sent)),
					new FieldChange("dryRun", null, String.valueOf(request.dryRun()))));
			return sent;
		}));
	}

	private long write(ProfileQuery people, DecisionRequest request, List<DecisionEngine.RequestedScope> scopes,
			BatchWriter file) throws IOException {
		AtomicLong sent = new AtomicLong();
		this.decision.each(people, request, scopes, (results) -> {
			results.forEach(file::add);
			sent.addAndGet(results.size());
		});
		file.end();
		return sent.get();
	}

	private static String names(List<DecisionEngine.RequestedScope> scopes) {
		return scopes.stream().map((scope) -> scope.decision().name()).distinct().collect(Collectors.joining(", "));
	}

}
