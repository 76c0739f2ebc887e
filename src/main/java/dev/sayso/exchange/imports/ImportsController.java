package dev.sayso.exchange.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.exchange.file.UnreadableFileException;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.ListQuery;

/**
 * Lists imports, takes the first step of a new one, its file, and its last: runs it after
 * its dry run, and resumes an interrupted one.
 */
@ConsolePage
@RequestMapping("/imports")
class ImportsController {

	private final Imports imports;

	private final ImportManagement management;

	private final DataSize limit;

	private final Clock clock;

	ImportsController(Imports imports, ImportManagement management, @Value(UploadSizeFilter.LIMIT) DataSize limit,
			Clock clock) {
		this.imports = imports;
		this.management = management;
		this.limit = limit;
		this.clock = clock;
	}

	/**
	 * The first step of an import.
	 *
	 * @param name the name of the import; blank for the name of the file
	 */
	record ImportForm(@Nullable String name) {

		ImportFile toFile(MultipartFile file) {
			if (file.isEmpty()) {
				boolean none = String.valueOf(file.getOriginalFilename()).isBlank();
				throw new UnreadableFileException(none ? "import.unreadable.none" : "import.unreadable.empty");
			}
			String path = String.valueOf(file.getOriginalFilename()).replace('\\', '/').replaceAll("\\p{Cntrl}", "");
			String fileName = shorten(path.substring(path.lastIndexOf('/') + 1), 200);
			String typed = (this.name != null) ? this.name.strip().replaceAll("\\p{Cntrl}", " ") : "";
			String importName = typed.isEmpty() ? fileName.replaceFirst("(\\.[A-Za-z]{1,6}){1,2}$", "") : typed;
			return new ImportFile(shorten(importName.isBlank() ? "import" : importName, 200), fileName, file.getSize());
		}

		private static String shorten(String text, int longest) {
			return (text.length() <= longest) ? text : text.substring(0, longest);
		}

	}

	@ModelAttribute("limit")
	long limit() {
		return this.limit.toMegabytes();
	}

	@GetMapping
	String list(@RequestParam(required = false) @DateTimeFormat(
			iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant before, Model model) {
		Instant until = Optional.ofNullable(before).orElseGet(() -> this.clock.instant().plusSeconds(1));
		List<Import> newest = this.imports.findTop51ByCreatedAtBeforeOrderByCreatedAtDesc(until);
		model.addAttribute("imports", newest.stream().limit(ListQuery.SIZE).map(this.management::row).toList());
		model.addAttribute("next", (newest.size() > ListQuery.SIZE)
				? "/imports?before=" + newest.get(ListQuery.SIZE - 1).createdAt() : null);
		return "exchange/imports/list";
	}

	@GetMapping("/new")
	String draft(Model model) {
		model.addAttribute("form", new ImportForm(""));
		return "exchange/imports/new";
	}

	@PostMapping
	ModelAndView create(ImportForm form, @RequestPart(required = false) @Nullable MultipartFile file, Actor actor)
			throws IOException {
		try {
			if (file == null) {
				throw new UnreadableFileException("import.unreadable.none");
			}
			Import run = this.management.upload(form.toFile(file), file.getInputStream(), actor);
			return new ModelAndView("redirect:/imports/" + run.id() + "/columns");
		}
		catch (UnreadableFileException ex) {
			HttpStatusCode status = HttpStatus.UNPROCESSABLE_CONTENT;
			return new ModelAndView("exchange/imports/new", status).addObject("form", form)
				.addObject("refused", ex.code());
		}
	}

	@GetMapping("/{id}")
	String show(@PathVariable String id, Model model) {
		model.addAttribute("view", this.management.view(this.imports.get(id)));
		return "exchange/imports/show";
	}

	@DeleteMapping("/{id}")
	String discard(@PathVariable String id, RedirectAttributes redirect) {
		Import run = this.imports.get(id);
		this.management.discard(run);
		Flash.done(redirect, "import.discarded", run.file().name());
		return "redirect:/imports";
	}

	@PostMapping("/{id}/run")
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

}
