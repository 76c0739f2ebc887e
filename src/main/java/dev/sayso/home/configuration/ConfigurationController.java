package dev.sayso.home.configuration;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

import dev.sayso.home.configuration.RefusedConfigurationException.Refusal;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Slug;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.StreamedFile;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The configuration in Settings: downloaded, uploaded, compared and applied.
 */
@ConsolePage
@RequestMapping("/settings/configuration")
class ConfigurationController {

	/** The largest file that is taken here, in bytes; larger ones go to the API. */
	private static final long LARGEST = 32L << 20;

	private static final int LONGEST_NAME = 200;

	private final ConfigurationParts parts;

	private final ConfigurationDocument document;

	private final ConfigurationUploads uploads;

	private final MessageSourceAccessor messages;

	ConfigurationController(ConfigurationParts parts, ConfigurationDocument document, ConfigurationUploads uploads,
			MessageSourceAccessor messages) {
		this.parts = parts;
		this.document = document;
		this.uploads = uploads;
		this.messages = messages;
	}

	/**
	 * A file as it is chosen.
	 *
	 * @param prune whether what it does not name is archived
	 */
	record UploadForm(@Nullable MultipartFile file, boolean prune) {
	}

	@GetMapping
	ModelAndView show(@ModelAttribute("form") UploadForm form, BindingResult errors) {
		return page(HttpStatus.OK);
	}

	private ModelAndView page(HttpStatus status) {
		return new ModelAndView("home/configuration/show", status).addObject("kinds", kinds())
			.addObject("largest", LARGEST >> 20);
	}

	private List<String> kinds() {
		return this.parts.all().stream().map((part) -> part.kind()).toList();
	}

	@GetMapping("/file")
	void download(@RequestParam(defaultValue = "") Set<String> kinds, HttpServletResponse response) throws IOException {
		Set<String> wanted = kinds.stream().filter(kinds()::contains).collect(Collectors.toSet());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename("sayso-configuration.json").build().toString());
		StreamedFile.send(response, "the configuration", (out) -> this.document.write(wanted, out));
	}

	@PostMapping
	ModelAndView upload(@ModelAttribute("form") UploadForm form, BindingResult errors, Actor actor) throws IOException {
		MultipartFile file = form.file();
		if (file == null || file.isEmpty()) {
			errors.rejectValue("file", "configuration.fault.none");
		}
		else if (file.getSize() > LARGEST) {
			errors.rejectValue("file", "configuration.fault.large", new Object[] { LARGEST >> 20 }, null);
		}
		else {
			try {
				return new ModelAndView("redirect:/settings/configuration/"
						+ this.uploads.add(name(file), file.getBytes(), form.prune(), actor));
			}
			catch (ProblemException ex) {
				errors.rejectValue("file", "configuration.fault.json");
			}
		}
		return page(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static String name(MultipartFile file) {
		String path = String.valueOf(file.getOriginalFilename()).replace('\\', '/').replaceAll("\\p{Cntrl}", "");
		return TextNormalizer.shorten(path.substring(path.lastIndexOf('/') + 1), LONGEST_NAME);
	}

	@GetMapping("/{id}")
	ModelAndView compare(@PathVariable String id) {
		ConfigurationUpload upload = this.uploads.get(id);
		List<Refusal> told = upload.outcome().refusals().stream().map(this::translate).toList();
		return new ModelAndView("home/configuration/comparison").addObject("upload", upload)
			.addObject("refusals", told);
	}

	/** What the file itself gets wrong is told in few sentences, which are translated. */
	private Refusal translate(Refusal refusal) {
		String code = "configuration.detail." + Slug.from(refusal.detail().toLowerCase(Locale.ROOT), List.of());
		return new Refusal(refusal.key(), refusal.pointer(),
				this.messages.getMessage(code, new Object[0], refusal.detail()));
	}

	@PutMapping("/{id}")
	String apply(@PathVariable String id, Actor actor, RedirectAttributes redirect) throws IOException {
		ConfigurationUpload upload = this.uploads.get(id);
		if (this.uploads.apply(upload, actor)) {
			Flash.done(redirect, "configuration.applied", upload.fileName());
			return "redirect:/settings/configuration";
		}
		Flash.warn(redirect, "configuration.otherwise");
		return "redirect:/settings/configuration/" + upload.id();
	}

	@DeleteMapping("/{id}")
	String discard(@PathVariable String id, RedirectAttributes redirect) {
		ConfigurationUpload upload = this.uploads.get(id);
		this.uploads.discard(upload);
		Flash.done(redirect, "configuration.discarded", upload.fileName());
		return "redirect:/settings/configuration";
	}

}
