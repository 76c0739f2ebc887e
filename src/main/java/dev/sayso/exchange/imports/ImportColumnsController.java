package dev.sayso.exchange.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.exchange.file.ColumnHeaders;
import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.exchange.file.FileLayout;
import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.file.RowReader;
import dev.sayso.person.Attributes;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;

/**
 * Matches the columns of a file and starts the dry run.
 */
@ConsolePage
@RequestMapping("/imports/{id}/columns")
class ImportColumnsController {

	private static final int SAMPLES = 3;

	private final ImportViews views;

	private final Uploads uploads;

	private final Attributes attributes;

	private final ColumnMenu menu;

	private final ImportManagement management;

	ImportColumnsController(ImportViews views, Uploads uploads, Attributes attributes, ColumnMenu menu,
			ImportManagement management) {
		this.views = views;
		this.uploads = uploads;
		this.attributes = attributes;
		this.menu = menu;
		this.management = management;
	}

	@GetMapping
	String edit(@PathVariable String id, @RequestParam(defaultValue = "") String encoding,
			@RequestParam(defaultValue = "") String delimiter, Model model) throws IOException {
		Import run = this.views.find(id);
		if (!this.views.row(run).matchable()) {
			return "redirect:/imports/" + id;
		}
		FileLayout layout = run.layout().but(encoding, delimiter);
		List<ColumnTarget> targets = layout.equals(run.layout()) ? run.plan().columns() : List.of();
		model.addAttribute("view", view(run, layout, run.plan(), targets, List.of()));
		return "exchange/imports/columns";
	}

	@PutMapping
	ModelAndView update(@PathVariable String id, ImportColumnsForm form, Actor actor) throws IOException {
		Import run = this.views.find(id);
		FileLayout layout = form.layout(run.layout());
		ImportPlan plan = form.plan(run.plan());
		List<String> faults = form.faults(header(run, layout).size(), plan);
		if (faults.isEmpty()) {
			this.management.tryOut(run, layout, plan, actor);
			return new ModelAndView("redirect:/imports/" + id);
		}
		HttpStatusCode status = HttpStatus.UNPROCESSABLE_CONTENT;
		ModelAndView page = new ModelAndView("exchange/imports/columns", status);
		return page.addObject("view", view(run, layout, plan, form.targets(), faults));
	}

	private List<String> header(Import run, FileLayout layout) throws IOException {
		try (RowReader rows = this.uploads.open(run.id(), layout)) {
			return rows.header();
		}
	}

	/**
	 * The columns as they were chosen, or matched by their headers.
	 */
	private ImportColumnsView view(Import run, FileLayout layout, ImportPlan plan, List<ColumnTarget> chosen,
			List<String> faults) throws IOException {
		try (RowReader rows = this.uploads.open(run.id(), layout)) {
			List<String> header = rows.header();
			List<FileRow> samples = new ArrayList<>();
			for (FileRow row = rows.next(); row != null && samples.size() < SAMPLES; row = rows.next()) {
				if (row.fault() == null) {
					samples.add(row);
				}
			}
			List<ColumnTarget> targets = (chosen.size() == header.size()) ? chosen
					: ColumnHeaders.match(header, this.attributes.findAllByOrderByLabel());
			List<ImportColumnsView.Column> columns = new ArrayList<>();
			for (int i = 0; i < header.size(); i++) {
				int index = i;
				columns.add(new ImportColumnsView.Column(header.get(i), targets.get(i).key(),
						samples.stream().map((row) -> row.cells().get(index)).toList()));
			}
			return new ImportColumnsView(run, layout, plan, columns, this.menu.groups(), this.menu.countries(),
					ColumnHeaders.fromCampaign(header), faults);
		}
	}

}
