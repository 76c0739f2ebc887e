package dev.sayso.contact.receiver;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.exchange.file.UnreadableFileException;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * One receiver: what it has to do, what was sent to it, and what people do about it.
 */
@ConsolePage
@RequestMapping("/receivers/{id}")
class ReceiverController {

	private final ReceiversPage page;

	private final Receivers receivers;

	private final ReceiverManagement management;

	private final Acknowledgements acknowledgements;

	private final DutyFile file;

	private final Times times;

	ReceiverController(ReceiversPage page, Receivers receivers, ReceiverManagement management,
			Acknowledgements acknowledgements, DutyFile file, TimeFormat format, Clock clock) {
		this.page = page;
		this.receivers = receivers;
		this.management = management;
		this.acknowledgements = acknowledgements;
		this.file = file;
		this.times = new Times(format, clock);
	}

	private record Times(TimeFormat format, Clock clock) {

		ReplayForm today() {
			return new ReplayForm("moment", this.clock.instant().atZone(this.format.zone()).toLocalDate().toString());
		}

	}

	@GetMapping
	ModelAndView show(@PathVariable String id, @RequestParam Map<String, String> parameters) {
		OptOutClock.Which which = OptOutClock.Which.of(parameters.getOrDefault("stage", ""))
			.orElse(OptOutClock.Which.OPEN);
		String before = parameters.getOrDefault("before", "");
		return this.page.show(this.receivers.get(id),
				new ReceiversPage.Shown(which, parameters.getOrDefault("noes", "").equals("all"),
						parameters.getOrDefault("log", "").equals("failed"),
						before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE),
				this.times.today(), HttpStatus.OK);
	}

	@PutMapping("/state")
	String pause(@PathVariable String id, @RequestParam(defaultValue = "") String paused, Actor actor,
			RedirectAttributes to) {
		Receiver receiver = this.receivers.get(id);
		boolean pauses = paused.equals("true");
		this.management.pause(receiver, pauses, actor);
		Flash.done(to, pauses ? "receiver.paused" : "receiver.resumed", receiver.name());
		return "redirect:/receivers/" + id;
	}

	@PostMapping("/acknowledgements")
	String done(@PathVariable String id, @RequestParam(required = false) @Nullable List<String> change, Actor actor,
			RedirectAttributes to) {
		Receiver receiver = this.receivers.get(id);
		List<UUID> ticked = Objects.requireNonNullElse(change, List.<String>of())
			.stream()
			.flatMap((typed) -> Ids.parse(typed).stream())
			.toList();
		if (ticked.isEmpty()) {
			Flash.warn(to, "receiver.done.none");
		}
		else {
			Flash.done(to, "receiver.done", this.acknowledgements.done(receiver, ticked, actor.name()));
		}
		return "redirect:/receivers/" + id;
	}

	/** A file of what is not done, by which it is known there. */
	@PostMapping("/files")
	void file(@PathVariable String id, Actor actor, HttpServletResponse response) throws IOException {
		this.file.write(this.receivers.get(id), actor, response);
	}

	/** A file that somebody ticked, as {@link #file} gives it. */
	@PostMapping("/ticks")
	String ticks(@PathVariable String id, @RequestParam(required = false) @Nullable MultipartFile file, Actor actor,
			RedirectAttributes to) throws IOException {
		Receiver receiver = this.receivers.get(id);
		try {
			List<UUID> ticked = (file != null) ? this.file.read(file) : List.of();
			if (ticked.isEmpty()) {
				Flash.warn(to, "receiver.ticks.none");
			}
			else if (ticked.size() > OptOutClock.MOST_COUNTED) {
				Flash.warn(to, "receiver.ticks.many", OptOutClock.MOST_COUNTED);
			}
			else {
				Flash.done(to, "receiver.ticks.done", this.acknowledgements.done(receiver, ticked, actor.name()),
						ticked.size());
			}
		}
		catch (UnreadableFileException ex) {
			Flash.warn(to, "receiver.ticks.unreadable");
		}
		return "redirect:/receivers/" + id;
	}

	@PostMapping("/replays")
	ModelAndView replay(@PathVariable String id, @ModelAttribute("form") ReplayForm form, BindingResult errors,
			Actor actor, RedirectAttributes to) {
		Receiver receiver = this.receivers.get(id);
		Instant since = form.since(this.times.format().zone());
		if (!form.isSnapshot() && since == null) {
			errors.rejectValue("day", "receiver.replay.fault");
			return this.page.show(receiver, ReceiversPage.Shown.USUAL, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (form.isSnapshot()) {
			this.management.snapshot(receiver, actor);
			Flash.done(to, "receiver.replay.snapshot.begun", receiver.name());
		}
		else {
			this.management.replay(receiver, Objects.requireNonNull(since), actor);
			Flash.done(to, "receiver.replay.begun", receiver.name());
		}
		return new ModelAndView("redirect:/receivers/" + id);
	}

	@GetMapping("/removal")
	ModelAndView confirm(@PathVariable String id) {
		return new ModelAndView("contact/receiver/remove").addObject("receiver", this.receivers.get(id));
	}

	@DeleteMapping
	String remove(@PathVariable String id, Actor actor, RedirectAttributes to) {
		Receiver receiver = this.receivers.get(id);
		this.management.delete(receiver, actor);
		Flash.done(to, "receiver.removed", receiver.name());
		return "redirect:/receivers";
	}

}
