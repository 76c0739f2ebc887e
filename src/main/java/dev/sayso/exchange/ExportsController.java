package dev.sayso.exchange;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.ConsentSettings;
import dev.sayso.exchange.ExportRequest.Format;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.ListQuery;

@ConsolePage
@RequestMapping("/exports")
class ExportsController {

	private final Exports exports;

	private final TakenFiles taken;

	private final ExportPage page;

	private final KeptExports kept;

	private final ProfileExport profileExport;

	private final ExportLinks links;

	private final ConsentSettings settings;

	private final Clock clock;

	ExportsController(Exports exports, TakenFiles taken, ExportPage page, KeptExports kept, ProfileExport profileExport,
			ExportLinks links, ConsentSettings settings, Clock clock) {
		this.links = links;
		this.exports = exports;
		this.taken = taken;
		this.page = page;
		this.kept = kept;
		this.profileExport = profileExport;
		this.settings = settings;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(required = false) @DateTimeFormat(
			iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant before, Model model) {
		Instant until = Optional.ofNullable(before).orElseGet(() -> this.clock.instant().plusSeconds(1));
		List<TakenFiles.TakenFile> newest = this.taken.before(until, ListQuery.SIZE + 1);
		model.addAttribute("files", newest.stream().limit(ListQuery.SIZE).toList());
		model.addAttribute("next",
				(newest.size() > ListQuery.SIZE) ? "/exports?before=" + newest.get(ListQuery.SIZE - 1).at() : null);
		return "exchange/list";
	}

	@GetMapping("/new")
	String choose(@RequestParam(defaultValue = "") String query, @RequestParam(defaultValue = "") String name,
			Model model) {
		model.addAttribute("query", query);
		model.addAttribute("name", name);
		model.addAttribute("channels", this.settings.channelsInUse());
		model.addAttribute("targets", this.links.targets());
		return "exchange/new";
	}

	/**
	 * Exports profiles: at once as a file, or with {@code watched} on a page with a
	 * progress bar.
	 * @param links where the link of each person leads that the file carries
	 */
	@PostMapping
	@Nullable String export(@RequestParam(defaultValue = "profiles") String kind, @RequestParam(defaultValue = "") String query,
			@RequestParam(defaultValue = "") String format, @RequestParam(defaultValue = "") String channel,
			@RequestParam @Nullable Boolean contactable, @RequestParam(defaultValue = "") String links,
			@RequestParam(defaultValue = "false") boolean watched, Actor actor, RedirectAttributes redirect,
			HttpServletResponse response) throws IOException {
		if (!kind.equals("profiles")) {
			throw new NotFoundException("export");
		}
		ExportRequest request = new ExportRequest(ProfileQuery.parse(query), format(format), channel(channel),
				contactable, links.isEmpty() ? null : links);
		if (!this.links.allows(request.links())) {
			Flash.error(redirect, "export.fault.links");
			redirect.addAttribute("query", query);
			return "redirect:/exports/new";
		}
		if (request.channel() == null && (contactable != null || !channel.isEmpty())) {
			Flash.error(redirect, "export.fault.channel");
			redirect.addAttribute("query", query);
			return "redirect:/exports/new";
		}
		if (!this.profileExport.canWrite(request.query())) {
			return "redirect:/profiles?" + request.query();
		}
		UUID id = this.profileExport.begin(request, actor);
		if (watched) {
			this.profileExport.measure(id, request);
			this.kept.start(id, request, actor);
			return "redirect:/exports/" + id;
		}
		write(id, request, actor, response);
		return null;
	}

	@GetMapping("/{id}")
	String show(@PathVariable String id, Model model) {
		Exports.Export export = find(id);
		model.addAttribute("export", export);
		model.addAttribute("allowed", this.links.allows(export.request().links()));
		model.addAttribute("standing", this.page.standing(export));
		return "exchange/show";
	}

	/**
	 * The file, as often as one likes while it is kept; of an export that kept none, made
	 * anew and recorded as one of its own.
	 */
	@GetMapping("/{id}/file")
	@Nullable String file(@PathVariable String id, Actor actor, HttpServletResponse response) throws IOException {
		Exports.Export export = find(id);
		if (!this.links.allows(export.request().links())) {
			return "redirect:/exports/" + id;
		}
		if (export.state() != Exports.State.SENT) {
			if (!this.page.standing(export).here()) {
				return "redirect:/exports/" + id;
			}
			this.page.send(export, actor, response);
			return null;
		}
		if (!this.profileExport.canWrite(export.request().query())) {
			return "redirect:/profiles?" + export.request().query();
		}
		write(this.profileExport.begin(export.request(), actor), export.request(), actor, response);
		return null;
	}

	/** Makes the file anew, as an export of its own. */
	@PostMapping("/{id}/run")
	String run(@PathVariable String id, Actor actor) {
		ExportRequest request = find(id).request();
		if (!this.links.allows(request.links())) {
			return "redirect:/exports/" + id;
		}
		if (!this.profileExport.canWrite(request.query())) {
			return "redirect:/profiles?" + request.query();
		}
		UUID made = this.profileExport.begin(request, actor);
		this.profileExport.measure(made, request);
		this.kept.start(made, request, actor);
		return "redirect:/exports/" + made;
	}

	/** Deletes the file at once; whoever may take it may. */
	@DeleteMapping("/{id}/file")
	String delete(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		Exports.Export export = find(id);
		if (this.links.allows(export.request().links())) {
			this.page.delete(export, actor);
			Flash.done(redirect, "export.deleted");
		}
		return "redirect:/exports/" + id;
	}

	private void write(UUID id, ExportRequest request, Actor actor, HttpServletResponse response) throws IOException {
		this.profileExport.send(id, request, actor, this.page.fileName(request), response);
	}

	private static Format format(String name) {
		return switch (Choices.read(name, "csv", "ndjson", "plain_csv")) {
			case "ndjson" -> Format.NDJSON;
			case "plain_csv" -> Format.PLAIN_CSV;
			default -> Format.CSV;
		};
	}

	private @Nullable Channel channel(String key) {
		Channel channel = Choices.<@Nullable Channel>read(key, null, Channel::of);
		return (channel != null && this.settings.channelsInUse().contains(channel)) ? channel : null;
	}

	private Exports.Export find(String id) {
		return Ids.parse(id).flatMap(this.exports::find).orElseThrow(() -> new NotFoundException("export " + id));
	}

}
