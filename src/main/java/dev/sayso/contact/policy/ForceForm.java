package dev.sayso.contact.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ChosenTime;

/**
 * When a version takes over.
 *
 * @param version the save of the policy that was shown
 * @param begin {@link #AT_ONCE} or {@link #ON_A_DATE}
 * @param day in the zone, as is the time
 * @param zone empty for the deployment's own
 */
record ForceForm(int version, String begin, String day, String time, String zone) {

	static final String AT_ONCE = "now";

	static final String ON_A_DATE = "date";

	ForceForm {
		begin = Choices.read(begin, AT_ONCE, ON_A_DATE);
		zone = Choices.read(zone, "",
				(sent) -> Optional.of(sent).filter((id) -> ZoneId.getAvailableZoneIds().contains(id)));
	}

	static ForceForm blank(int version) {
		return new ForceForm(version, AT_ONCE, "", "00:00", "");
	}

	/**
	 * When it begins; null for at once, or where it is wrong.
	 * @param own the deployment's zone
	 */
	@Nullable Instant readBegin(ZoneId own, Instant now, Errors errors) {
		return this.begin.equals(AT_ONCE) ? null
				: new ChosenTime(this.day, this.time, ChosenTime.zone(this.zone, own)).read(now, errors);
	}

}
