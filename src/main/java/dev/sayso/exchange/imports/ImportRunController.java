package dev.sayso.exchange.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.shared.Actor;
import dev.sayso.shared.CsvSheet;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;

/**
 * Runs an import after its dry run, resumes an interrupted one, and serves the rejects.
 */
@ConsolePage
@RequestMapping("/imports/{id}")
class ImportRunController {

	private final Imports imports;

	private final ImportManagement management;

	private final ImportRejects rejects;

	private final MessageSource messages;

	ImportRunController(Imports imports, ImportManagement management, ImportRejects rejects, MessageSource messages) {
		this.imports = imports;
		this.management = management;
		this.rejects = rejects;
		this.messages = messages;
	}

	@PostMapping("/run")
	String run(@PathVariable String id, Actor actor) {
		Import run = this.imports.get(id);
		if (!this.management.row(run).held()) {
			throw new NotFoundException("file");
		}
		if (run.state() == Import.State.TRIED) {
			this.management.start(run, actor);
		}
		else {
			this.management.resume(run);
		}
		return "redirect:/imports/" + id;
	}

	/**
	 * The rows that were left out, whole or in part, as they stand in the file, with the
	 * reason: to be corrected and brought again.
	 * @param kind {@code spreadsheet} for one, in which no cell can act as a formula
	 */
	@GetMapping("/rejects.csv")
	void rejects(@PathVariable String id, @RequestParam(defaultValue = "") String kind, Locale locale,
			HttpServletResponse response) throws IOException {
		Import run = this.imports.get(id);
		List<String> header = this.rejects.header(run.id());
		try (CsvSheet sheet = CsvSheet.answer(response, run.file().name() + " rejects.csv",
				!kind.equals("spreadsheet"))) {
			List<String> columns = new ArrayList<>();
			for (int i = 0; i < header.size(); i++) {
				columns.add(header.get(i).isBlank() ? text("import.columns.unnamed", locale, i + 1) : header.get(i));
			}
			columns.add(text("import.rejects.why", locale));
			sheet.row(columns);
			this.rejects.each(run.id(), (reject) -> {
				List<String> cells = new ArrayList<>(reject.cells());
				while (cells.size() < header.size()) {
					cells.add("");
				}
				cells.add(reject.faults()
					.stream()
					.map((fault) -> (fault.column().isEmpty() ? "" : fault.column() + ": ")
							+ text(fault.code(), locale))
					.distinct()
					.collect(Collectors.joining(" ")));
				sheet.row(cells);
			});
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private String text(String code, Locale locale, Object... arguments) {
		return String.valueOf(this.messages.getMessage(code, arguments, code, locale));
	}

}
