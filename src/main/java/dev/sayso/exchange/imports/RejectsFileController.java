package dev.sayso.exchange.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.PeopleFileLog;
import dev.sayso.shared.Actor;
import dev.sayso.shared.CsvSheet;

/**
 * The rows of an import that were left out, whole or in part, as they stand in the file,
 * with the reason: to be corrected and brought again.
 */
@Controller
class RejectsFileController {

	private final Imports imports;

	private final ImportRejects rejects;

	private final PeopleFileLog log;

	private final MessageSourceAccessor messages;

	RejectsFileController(Imports imports, ImportRejects rejects, PeopleFileLog log, MessageSourceAccessor messages) {
		this.imports = imports;
		this.rejects = rejects;
		this.log = log;
		this.messages = messages;
	}

	/**
	 * @param kind {@code spreadsheet} for one, in which no cell can act as a formula
	 */
	@GetMapping("/imports/{id}/rejects.csv")
	void take(@PathVariable String id, @RequestParam(defaultValue = "") String kind, Actor actor,
			HttpServletResponse response) throws IOException {
		Import run = this.imports.get(id);
		this.log.take(actor, "rejects", new AuditSubject("import", run.id().toString(), ""),
				() -> write(run, !kind.equals("spreadsheet"), response));
	}

	private long write(Import run, boolean plain, HttpServletResponse response) throws IOException {
		List<String> header = this.rejects.header(run.id());
		try (CsvSheet sheet = CsvSheet.answer(response, run.file().name() + " rejects.csv", plain)) {
			List<String> columns = new ArrayList<>();
			for (int i = 0; i < header.size(); i++) {
				columns.add(header.get(i).isBlank()
						? this.messages.getMessage("import.columns.unnamed", new Object[] { i + 1 }) : header.get(i));
			}
			columns.add(this.messages.getMessage("import.rejects.why"));
			sheet.row(columns);
			this.rejects.each(run.id(), (reject) -> {
				List<String> cells = new ArrayList<>(reject.cells());
				while (cells.size() < header.size()) {
					cells.add("");
				}
				cells.add(reject.faults()
					.stream()
					.map((fault) -> (fault.column().isEmpty() ? "" : fault.column() + ": ")
							+ this.messages.getMessage(fault.code(), fault.code()))
					.distinct()
					.collect(Collectors.joining(" ")));
				sheet.row(cells);
			});
			return sheet.rows() - 1;
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

}
