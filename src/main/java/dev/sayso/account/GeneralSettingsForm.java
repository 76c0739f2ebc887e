package dev.sayso.account;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.springframework.validation.Errors;

import dev.sayso.shared.Settings;
import dev.sayso.shared.TimeFormat;

/**
 * What holds for the whole deployment.
 *
 * @param organisation who asks people for their say
 * @param timeZone in which a day begins where a person has none
 * @param region the country of telephone numbers written without one
 * @param evidenceIp how much of an address evidence keeps
 */
record GeneralSettingsForm(@Size(max = 200, message = "{general.fault.organisation}") String organisation,
		String timeZone, String region,
		@Pattern(regexp = "off|truncated|full", message = "{general.fault.evidence-ip}") String evidenceIp) {

	static final List<String> EVIDENCE_IP = List.of("off", "truncated", "full");

	private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

	static GeneralSettingsForm of(Settings settings, TimeFormat times) {
		return new GeneralSettingsForm(settings.get("general.organisation", ""), times.zone().getId(),
				settings.get("general.region", "BE"), settings.get("evidence.ip", "truncated"));
	}

	/**
	 * @param standing what holds now, which may always stay
	 */
	void check(GeneralSettingsForm standing, Errors errors) {
		if (!this.timeZone.equals(standing.timeZone) && !ZoneId.getAvailableZoneIds().contains(this.timeZone)) {
			errors.rejectValue("timeZone", "general.fault.time-zone");
		}
		if (!this.region.equals(standing.region) && !REGIONS.contains(this.region)) {
			errors.rejectValue("region", "general.fault.region");
		}
	}

	Map<String, String> values() {
		return Map.of("general.organisation", this.organisation, TimeFormat.ZONE, this.timeZone, "general.region",
				this.region, "evidence.ip", this.evidenceIp);
	}

}
