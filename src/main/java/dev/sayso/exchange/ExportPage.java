package dev.sayso.exchange;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.PeopleFileLog;
import dev.sayso.exchange.ExportRequest.Format;
import dev.sayso.exchange.Exports.Export;
import dev.sayso.exchange.Exports.State;
import dev.sayso.shared.Actor;

/**
 * How the file of an export stands, as its page tells it, and the file itself.
 */
@Component
class ExportPage {

	private final Exports exports;

	private final KeptExports kept;

	private final KeptFiles files;

	private final PeopleFileLog log;

	private final Audit audit;

	private final Clock clock;

	ExportPage(Exports exports, KeptExports kept, KeptFiles files, PeopleFileLog log, Audit audit, Clock clock) {
		this.exports = exports;
		this.kept = kept;
		this.files = files;
		this.log = log;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * How a file stands, in a word that has a message {@code export.state.<word>}.
	 *
	 * @param making whether it is on its way
	 * @param here whether it can be had here and now
	 */
	record Standing(String word, boolean making, boolean here) {

	}

	Standing standing(Export export) {
		boolean ongoing = export.isOngoing(this.clock.instant());
		return switch (export.state()) {
			case MAKING -> new Standing((ongoing || this.kept.has(export.id())) ? "making" : "interrupted",
					ongoing || this.kept.has(export.id()), false);
			case KEPT -> !ongoing ? new Standing("ended", false, false) : this.files.has(export.id())
					? new Standing("kept", false, true) : new Standing("elsewhere", false, false);
			default -> new Standing(export.state().name().toLowerCase(Locale.ROOT), false, false);
		};
	}

	/**
	 * Sends a file that is kept. The first download belongs to the export; each further
	 * one is in the log by itself.
	 */
	void send(Export export, Actor by, HttpServletResponse response) throws IOException {
		if (export.actor().equals(by.name()) && this.exports.claim(export.id())) {
			copy(export, response);
		}
		else {
			this.log.take(by, export.kind(), subject(export.id()), () -> copy(export, response));
		}
	}

	private long copy(Export export, HttpServletResponse response) throws IOException {
		name(export.request(), response);
		response.setContentType((export.request().format() == Format.NDJSON) ? MediaType.APPLICATION_NDJSON_VALUE
				: "text/csv;charset=UTF-8");
		response.setContentLengthLong(this.files.size(export.id()));
		this.files.copy(export.id(), response.getOutputStream());
		return (export.people() != null) ? export.people() : 0;
	}

	private void name(ExportRequest request, HttpServletResponse response) {
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(fileName(request)).build().toString());
	}

	/** Such as {@code profiles-2026-11-30.csv}. */
	String fileName(ExportRequest request) {
		return "profiles-" + LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC)
				+ ((request.format() == Format.NDJSON) ? ".ndjson" : ".csv");
	}

	void delete(Export export, Actor by) {
		if (export.state() == State.KEPT || export.state() == State.MAKING) {
			this.kept.delete(export.id());
			this.audit.write(by, "deleted", subject(export.id()), List.of());
		}
	}

	private static AuditSubject subject(UUID id) {
		return new AuditSubject("export", id.toString(), "");
	}

}
