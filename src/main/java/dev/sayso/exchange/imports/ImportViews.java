package dev.sayso.exchange.imports;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;

/**
 * Finds imports and makes them ready to show.
 */
@Component
class ImportViews {

	private final Imports imports;

	private final Uploads uploads;

	private final ImportRejects rejects;

	private final ImportJobs jobs;

	private final Clock clock;

	ImportViews(Imports imports, Uploads uploads, ImportRejects rejects, ImportJobs jobs, Clock clock) {
		this.imports = imports;
		this.uploads = uploads;
		this.rejects = rejects;
		this.jobs = jobs;
		this.clock = clock;
	}

	/**
	 * The import a URL names.
	 * @throws NotFoundException when there is none
	 */
	Import find(String id) {
		return Ids.parse(id).flatMap(this.imports::findById).orElseThrow(() -> new NotFoundException("import"));
	}

	ImportView create(Import run) {
		return view(run, this.rejects.first(run.id(), ImportView.REJECTS_SHOWN));
	}

	ImportView row(Import run) {
		return view(run, List.of());
	}

	private ImportView view(Import run, List<ImportRejects.FaultyCell> rejects) {
		boolean interrupted = !this.jobs.has(run.id()) && run.isInterrupted(this.clock.instant());
		return new ImportView(run, run.state().isMoving() && !interrupted, interrupted, this.uploads.has(run.id()),
				rejects);
	}

}
