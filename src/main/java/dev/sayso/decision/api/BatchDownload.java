package dev.sayso.decision.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.decision.DecisionEngine;
import dev.sayso.decision.DecisionRequest;
import dev.sayso.decision.DecisionResult;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;

/**
 * Answers a batch as a file that is whole or visibly broken off, and notes who took it: a
 * shorter one that looks whole would tell that nobody else is meant.
 */
@Component
class BatchDownload {

	private final BatchDecision decision;

	private final DecisionDocuments documents;

	private final JsonMapper json;

	private final Audit audit;

	BatchDownload(BatchDecision decision, DecisionDocuments documents, JsonMapper json, Audit audit) {
		this.decision = decision;
		this.documents = documents;
		this.json = json;
		this.audit = audit;
	}

	/**
	 * Decides, and sends as it goes.
	 * @param table whether as a table, instead of JSON by lines
	 */
	void send(ProfileQuery people, DecisionRequest request, List<DecisionEngine.RequestedScope> scopes, boolean table,
			Actor by, HttpServletResponse response) throws IOException {
		UUID id = Ids.next();
		response.setContentType(table ? "text/csv;charset=UTF-8" : MediaType.APPLICATION_NDJSON_VALUE);
		try {
			long sent = write(people, request, scopes, table, response.getOutputStream());
			this.audit.write(by, "decided", new AuditSubject("decision-batch", id.toString(), names(scopes)),
					List.of(new FieldChange("people", null, String.valueOf(sent)),
							new FieldChange("dryRun", null, String.valueOf(request.dryRun()))));
		}
		catch (RuntimeException ex) {
			if (response.isCommitted()) {
				throw new IllegalStateException("the file of batch " + id + " broke off", ex);
			}
			response.resetBuffer();
			throw ex;
		}
	}

	private long write(ProfileQuery people, DecisionRequest request, List<DecisionEngine.RequestedScope> scopes,
			boolean table, OutputStream out) throws IOException {
		BatchWriter file = table ? new CsvBatchWriter(out, scopes)
				: new NdjsonBatchWriter(out, this.documents, this.json);
		long[] sent = new long[1];
		try {
			this.decision.each(people, request, scopes, (results) -> {
				results.forEach((result) -> add(result, file));
				sent[0] += results.size();
			});
			file.end();
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		return sent[0];
	}

	private static void add(DecisionResult result, BatchWriter file) {
		try {
			file.add(result);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String names(List<DecisionEngine.RequestedScope> scopes) {
		return scopes.stream().map((scope) -> scope.decision().name()).distinct().collect(Collectors.joining(", "));
	}

}
