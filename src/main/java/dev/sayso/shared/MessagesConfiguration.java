package dev.sayso.shared;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Text in English, French and Dutch: a bundle for each chamber, all merged when they are
 * read first, so that a message costs one look and not one for each bundle.
 */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

	@Bean
	MessageSource messageSource(ResourcePatternResolver resources) throws IOException {
		ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
		messages.setBasenames(Stream.of(resources.getResources("classpath:messages/*.properties"))
			.map(Resource::getFilename)
			.filter((file) -> !file.contains("_"))
			.map((file) -> "classpath:messages/" + file.substring(0, file.indexOf('.')))
			.toArray(String[]::new));
		messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

	@Bean
	MessageSourceAccessor messageSourceAccessor(MessageSource messages) {
		return new MessageSourceAccessor(messages);
	}

}
