package dev.sayso.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Settings;

/**
 * Starts drafts with what the deployment knows: today, and the country whose telephone
 * notation is meant where nothing else says so.
 */
@Component
public class DetailsDrafts {

	/** The setting that names the deployment's country (ISO 3166). */
	public static final String REGION = "general.region";

	private final Settings settings;

	private final Clock clock;

	DetailsDrafts(Settings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	/** A draft of texts by field name; blank or absent is nothing. */
	public DetailsDraft draft(Map<String, String> typed) {
		return draft(typed, region());
	}

	/** The same where telephone numbers are in the notation of another country. */
	public DetailsDraft draft(Map<String, String> typed, String region) {
		return new DetailsDraft(typed, region, LocalDate.now(this.clock.withZone(ZoneOffset.UTC)));
	}

	public String region() {
		return this.settings.get(REGION, "BE");
	}

}
