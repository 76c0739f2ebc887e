package dev.sayso.contact.panel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.contact.MarketingAction;
import dev.sayso.shared.Channel;

/**
 * What of the panel is opened, as its URL says.
 *
 * @param channel null for the first that is stopped
 * @param action one of {@link #ACTIONS}
 * @param at an instant past; null for now
 * @param fault whether the time asked for is none that is past
 */
record ContactPanelQuery(@Nullable Channel channel, String action, @Nullable Instant at, boolean fault) {

	private static final String TARGETING = "targeting";

	static final List<String> ACTIONS = List.of(TARGETING, Question.PERSONALIZATION, Question.TRANSACTIONAL);

	/**
	 * @param own the deployment's own actions
	 */
	static ContactPanelQuery of(Map<String, String> parameters, Collection<String> own, ZoneId zone, Instant now) {
		String action = parameters.getOrDefault("action", TARGETING);
		String time = parameters.getOrDefault("at", "").strip();
		Instant at = time.isEmpty() ? null : instant(time, zone);
		boolean past = at != null && !at.isAfter(now);
		return new ContactPanelQuery(Channel.of(parameters.getOrDefault("channel", "")).orElse(null),
				(ACTIONS.contains(action) || own.contains(action)) ? action : TARGETING, past ? at : null,
				!time.isEmpty() && !past);
	}

	/** A link of the page names an instant, its field a time where the deployment is. */
	private static @Nullable Instant instant(String time, ZoneId zone) {
		try {
			return time.endsWith("Z") ? Instant.parse(time) : LocalDateTime.parse(time).atZone(zone).toInstant();
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	Question question(Channel on, Instant now) {
		String asked = this.action.equals(TARGETING) ? MarketingAction.targeting(on).key() : this.action;
		return new Question(on, asked, (this.at != null) ? this.at : now);
	}

	ContactPanelQuery with(Channel other, String act) {
		return new ContactPanelQuery(other, act, this.at, false);
	}

	ContactPanelQuery at(@Nullable Instant other) {
		return new ContactPanelQuery(this.channel, this.action, other, false);
	}

	String href(String path) {
		UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
		if (this.channel != null) {
			uri.queryParam("channel", this.channel.key());
		}
		uri.queryParam("action", this.action);
		if (this.at != null) {
			uri.queryParam("at", this.at.toString());
		}
		return uri.toUriString();
	}

	/** The instant as the field has it, to the minute. */
	String local(ZoneId zone, Instant now) {
		Instant shown = (this.at != null) ? this.at : now;
		return LocalDateTime.ofInstant(shown, zone).truncatedTo(ChronoUnit.MINUTES).toString();
	}

}
