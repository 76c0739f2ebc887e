package dev.sayso.exchange.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

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

	private final ImportViews views;

	private final ImportManagement management;

	private final ImportRejects rejects;

	private final MessageSource messages;

	ImportRunController(ImportViews views, ImportManagement management, ImportRejects rejects, MessageSource messages) {
		this.views = views;
		this.management = management;
		this.rejects = rejects;
		this.messages = messages;
	}

	@PostMapping("/run")
	String run(@PathVariable String id, Actor actor) {
		Import run = this.views.find(id);
		if (!this.views.row(run).held()) {
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

	@GetMapping("/rejects.csv")
	void rejects(@PathVariable String id, Locale locale, HttpServletResponse response) throws IOException {
		Import run = this.views.find(id);
		try (CsvSheet sheet = CsvSheet.answer(response, run.file().name() + " rejects.csv")) {
			sheet.row(List.of(text("import.rejects.row", locale), text("import.rejects.column", locale),
					text("import.rejects.value", locale), text("import.rejects.reason", locale)));
			this.rejects.each(run.id(), (reject) -> sheet
				.row(List.of(reject.line(), reject.column(), reject.value(), text(reject.code(), locale))));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private String text(String code, Locale locale) {
		return String.valueOf(this.messages.getMessage(code, null, code, locale));
	}

}
