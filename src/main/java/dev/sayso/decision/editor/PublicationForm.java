package dev.sayso.decision.editor;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import dev.sayso.decision.Decision;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ChosenTime;

/**
 * When a draft is published, and with which offers.
 *
 * @param version the save of the decision that was shown
 * @param begin {@link #AT_ONCE} or {@link #ON_A_DATE}
 * @param day in the zone, as is the time
 * @param zone empty for the deployment's own
 * @param approve the offers that are approved with it, as {@code key.version}
 */
record PublicationForm(int version, String begin, String day, String time, String zone, List<String> approve) {

	static final String AT_ONCE = "now";

	static final String ON_A_DATE = "date";

	PublicationForm {
		begin = Choices.read(begin, AT_ONCE, ON_A_DATE);
		zone = Choices.read(zone, "",
				(sent) -> Optional.of(sent).filter((id) -> ZoneId.getAvailableZoneIds().contains(id)));
		approve = Objects.requireNonNullElse(approve, List.of());
		Choices.check(approve.stream().allMatch((one) -> one.matches(ApprovedWith.PATTERN)));
	}

	static PublicationForm blank(Decision decision, ApprovedWith with) {
		return new PublicationForm(Objects.requireNonNullElse(decision.version(), 0), AT_ONCE, "", "00:00", "",
				with.ticked());
	}

	ApprovedWith approved() {
		return new ApprovedWith(this.approve);
	}

	ZoneId zone(ZoneId own) {
		return ChosenTime.zone(this.zone, own);
	}

	/**
	 * When it begins; null for at once, or where it is wrong.
	 * @param own the deployment's zone
	 */
	@Nullable Instant readBegin(ZoneId own, Instant now, Errors errors) {
		return this.begin.equals(AT_ONCE) ? null : new ChosenTime(this.day, this.time, zone(own)).read(now, errors);
	}

}
