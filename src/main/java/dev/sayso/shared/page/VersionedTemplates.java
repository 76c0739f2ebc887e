package dev.sayso.shared.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.exceptions.TemplateInputException;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Templates that name static files by their plain addresses and link to those that are
 * kept. It is done once, when a template is read, and costs a page nothing.
 */
@Component("defaultTemplateResolver")
class VersionedTemplates extends AbstractConfigurableTemplateResolver {

	private final ResourceLoader resources;

	private final StaticFiles files;

	VersionedTemplates(ResourceLoader resources, StaticFiles files) {
		this.resources = resources;
		this.files = files;
		setPrefix("classpath:/templates/");
		setSuffix(".html");
		setCharacterEncoding(StandardCharsets.UTF_8.name());
	}

	@Override
	protected ITemplateResource computeTemplateResource(IEngineConfiguration configuration, String ownerTemplate,
			String template, String resourceName, String characterEncoding, Map<String, Object> attributes) {
		Resource file = this.resources.getResource(resourceName);
		try {
			return new StringTemplateResource(this.files.version(file.getContentAsString(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new TemplateInputException("There is no template " + template, ex);
		}
	}

}
