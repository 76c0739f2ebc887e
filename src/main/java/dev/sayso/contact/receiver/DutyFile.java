package dev.sayso.contact.receiver;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

import dev.sayso.contact.feed.ChangeOrder;
import dev.sayso.contact.feed.SayChange;
import dev.sayso.shared.CsvSheet;

/**
 * A file of the noes that a receiver has not obeyed, for whoever obeys them by hand. What
 * it holds is known there from then on.
 */
@Component
class DutyFile {

	private final OptOutClock duties;

	private final Acknowledgements acknowledgements;

	private final ChangeOrder order;

	DutyFile(OptOutClock duties, Acknowledgements acknowledgements, ChangeOrder order) {
		this.duties = duties;
		this.acknowledgements = acknowledgements;
		this.order = order;
	}

	void write(Receiver receiver, HttpServletResponse response) throws IOException {
		this.order.catchUp();
		List<OptOutClock.Duty> open = this.duties.list(receiver, OptOutClock.Which.OPEN, OptOutClock.MOST_COUNTED);
		if (!receiver.isWebhook()) {
			this.acknowledgements.fetched(receiver, open.stream().map(OptOutClock.Duty::change).toList());
		}
		try (CsvSheet sheet = CsvSheet.answer(response, "noes.csv", false)) {
			sheet.row(List.of("change", "profile", "externalId", "kind", "purpose", "said", "due", "done"));
			for (OptOutClock.Duty duty : open) {
				SayChange change = duty.change();
				sheet.row(List.of(change.id().toString(), change.profile().toString(),
						Objects.requireNonNullElse(change.externalId(), ""), change.kind().key(),
						Objects.requireNonNullElse(change.purpose(), ""), change.at().toString(), duty.due().toString(),
						""));
			}
		}
	}

}
