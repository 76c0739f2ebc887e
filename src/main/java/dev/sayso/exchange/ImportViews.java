package dev.sayso.exchange;

import java.util.List;

import dev.sayso.shared.Ids;
import dev.sayso.shared.Moments;
import dev.sayso.shared.NotFound;

import org.springframework.stereotype.Component;

/**
 * Finds imports and makes them ready to show.
 */
@Component
class ImportViews {

	private final Imports imports;

	private final Uploads uploads;

	private final Rejects rejects;

	private final Runs runs;

	private final Moments moments;

	ImportViews(Imports imports, Uploads uploads, Rejects rejects, Runs runs, Moments moments) {
		this.imports = imports;
		this.uploads = uploads;
		this.rejects = rejects;
		this.runs = runs;
		this.moments = moments;
	}

	/**
	 * The import a URL names.
	 * @throws NotFound when there is none
	 */
	Import find(String id) {
		return Ids.parse(id).flatMap(this.imports::findById).orElseThrow(() -> new NotFound("import"));
	}

	ImportView of(Import run) {
		return view(run, this.rejects.first(run.id(), ImportView.REJECTS_SHOWN));
	}

	/**
	 * The same for a list, without what was rejected.
	 */
	ImportView row(Import run) {
		return view(run, List.of());
	}

	private ImportView view(Import run, List<Rejects.Reject> rejects) {
		boolean interrupted = !this.runs.has(run.id()) && run.isInterrupted(this.moments.now());
		return new ImportView(run, run.state().isMoving() && !interrupted, interrupted, this.uploads.has(run.id()),
				rejects);
	}

}
