package dev.sayso.exchange.imports;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.sayso.exchange.ExportErasure;
import dev.sayso.person.Details;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileErased;
import dev.sayso.person.Profiles;

/**
 * Deletes waiting files when a profile is erased, since it may be in one, and removes the
 * person from rejects and export filters.
 */
@Component
class ImportErasure {

	private final Profiles profiles;

	private final ImportRejects rejects;

	private final ExportErasure exports;

	private final Uploads uploads;

	private final RunImport runs;

	ImportErasure(Profiles profiles, ImportRejects rejects, ExportErasure exports, Uploads uploads, RunImport runs) {
		this.profiles = profiles;
		this.rejects = rejects;
		this.exports = exports;
		this.uploads = uploads;
		this.runs = runs;
	}

	@EventListener
	void on(ProfileErased erased) {
		this.uploads.all().stream().filter((id) -> !this.runs.has(id)).forEach(this.uploads::delete);
		this.profiles.findById(erased.profile())
			.map(Profile::details)
			.map(ImportErasure::identifiers)
			.ifPresent((identifiers) -> {
				this.rejects.forgetMentions(identifiers);
				this.exports.forgetMentions(identifiers);
			});
	}

	private static List<String> identifiers(Details details) {
		return Stream
			.of(details.email(), details.mobile(), details.phone(), details.externalId(), details.street(),
					details.lastName())
			.filter(Objects::nonNull)
			.filter((identifier) -> identifier.length() > 2)
			.toList();
	}

}
