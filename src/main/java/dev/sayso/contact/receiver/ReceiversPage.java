package dev.sayso.contact.receiver;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.contact.feed.ChangeOrder;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.CsvSheet;
import dev.sayso.shared.ProfileId;

/**
 * The page of receivers: all of them, what is due first on top, and the one that is
 * opened below.
 */
@Component
class ReceiversPage {

	/** So many rows of each list are shown. */
	static final int SHOWN = 50;

	/** So many noes where all are asked for. */
	private static final int MOST = 1000;

	private final Receivers receivers;

	private final OptOutClock duties;

	private final ReceiverDetails details;

	private final Profiles profiles;

	private final ChangeOrder order;

	private final Clock clock;

	ReceiversPage(Receivers receivers, OptOutClock duties, ReceiverDetails details, Profiles profiles,
			ChangeOrder order, Clock clock) {
		this.receivers = receivers;
		this.duties = duties;
		this.details = details;
		this.profiles = profiles;
		this.order = order;
		this.clock = clock;
	}

	/**
	 * A receiver with how it stands.
	 *
	 * @param failing whether something is tried again
	 */
	record Row(Receiver receiver, OptOutClock.Standing standing, boolean failing, Instant now) {

		/** Message key of its state. */
		public String state() {
			return (this.standing.overdue() > 0) ? "overdue"
					: this.receiver.isActive() ? this.failing ? "failing" : "in-time" : this.receiver.state();
		}

		/** Whole days since the oldest was due. */
		public long daysOver() {
			Instant due = this.standing.due();
			return (due != null && due.isBefore(this.now)) ? Duration.between(due, this.now).toDays() : 0;
		}

	}

	List<Row> rows() {
		this.order.catchUp();
		Instant now = this.clock.instant();
		return this.receivers.findAllByOrderByName()
			.stream()
			.map((receiver) -> new Row(receiver, this.duties.read(receiver), this.details.isFailing(receiver), now))
			.sorted(Comparator.comparing((row) -> Objects.requireNonNullElse(row.standing().due(), Instant.MAX)))
			.toList();
	}

	/** All receivers as a table, in words that programs read. */
	void write(HttpServletResponse response) throws IOException {
		List<Row> rows = rows();
		try (CsvSheet sheet = CsvSheet.answer(response, "receivers.csv", false)) {
			sheet.row(List.of("receiver", "kind", "channels", "hours", "businessDays", "country", "waiting", "fetched",
					"doneIn30Days", "overdue", "oldest", "due", "state"));
			for (Row row : rows) {
				Receiver receiver = row.receiver();
				OptOutClock.Standing standing = row.standing();
				sheet.row(Arrays.<@Nullable Object>asList(receiver.name(), receiver.kind(), receiver.channels(),
						receiver.allowedHours(), receiver.allowedDays(), receiver.country(), standing.waiting(),
						standing.fetched(), standing.done(), standing.overdue(), standing.oldest(), standing.due(),
						row.state()));
			}
		}
	}

	ModelAndView list() {
		return page(rows(), HttpStatus.OK);
	}

	/**
	 * What of a receiver is shown.
	 *
	 * @param all all noes instead of the first
	 * @param failed of the deliveries those alone that failed
	 * @param before of the deliveries those before this change
	 */
	record Shown(OptOutClock.Which which, boolean all, boolean failed, long before) {

		static final Shown USUAL = new Shown(OptOutClock.Which.OPEN, false, false, Long.MAX_VALUE);

	}

	ModelAndView show(Receiver receiver, Shown shown, ReplayForm replay, HttpStatus status) {
		List<Row> rows = rows();
		int most = shown.all() ? MOST : SHOWN;
		List<OptOutClock.Duty> listed = this.duties.list(receiver, shown.which(), most + 1);
		List<OptOutClock.Duty> duties = listed.subList(0, Math.min(listed.size(), most));
		List<Deliveries.Delivery> deliveries = this.details.deliveries(receiver, shown);
		List<Deliveries.Delivery> logged = deliveries.subList(0, Math.min(deliveries.size(), SHOWN));
		return page(rows, status).addObject("opened", receiver)
			.addObject("row",
					rows.stream().filter((row) -> row.receiver().id().equals(receiver.id())).findFirst().orElseThrow())
			.addObject("which", shown.which().key())
			.addObject("failed", shown.failed())
			.addObject("duties", duties)
			.addObject("more", listed.size() > most && !shown.all())
			.addObject("ticks", duties.stream().anyMatch((duty) -> duty.fetched() != null && duty.done() == null))
			.addObject("log", logged)
			.addObject("older", (deliveries.size() > SHOWN) ? logged.get(SHOWN - 1).change().seq() : null)
			.addObject("failures", this.details.countFailed(receiver))
			.addObject("names",
					names(duties.stream().map((duty) -> duty.change().profile()).toList(),
							logged.stream().map((delivery) -> delivery.change().profile()).toList()))
			.addObject("country",
					receiver.time().isDays()
							? BusinessDays.name(receiver.time().country(), LocaleContextHolder.getLocale()) : "")
			.addObject("skipped", this.details.skipped(receiver))
			.addObject("snapshot", this.details.snapshot(receiver))
			.addObject("secret", receiver.isWebhook() ? this.details.secretEnding(receiver) : null)
			.addObject("form", replay);
	}

	private Map<ProfileId, String> names(Collection<ProfileId> some, Collection<ProfileId> others) {
		return this.profiles.findByIdIn(Stream.concat(some.stream(), others.stream()).distinct().toList())
			.stream()
			.collect(Collectors.toMap(Profile::id, Profile::name));
	}

	private ModelAndView page(List<Row> rows, HttpStatus status) {
		@Nullable Row late = rows.stream().filter((row) -> row.standing().overdue() > 0).findFirst().orElse(null);
		return new ModelAndView("contact/receiver/list", status).addObject("rows", rows)
			.addObject("late", late)
			.addObject("overdue", rows.stream().mapToLong((row) -> row.standing().overdue()).sum())
			.addObject("open", rows.stream().mapToLong((row) -> row.standing().open()).sum())
			.addObject("all", rows.stream().mapToLong((row) -> row.standing().open() + row.standing().done()).sum());
	}

}
