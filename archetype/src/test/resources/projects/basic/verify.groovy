// Runs after the generated service was verified: what it is called, and that wrong parameters are refused with a sentence.
import groovy.lang.GroovyShell

def target = basedir
while (target.name != 'target' || !new File(target, 'classes/META-INF/archetype-post-generate.groovy').exists()) {
    target = target.parentFile
}
def script = new File(target, 'classes/META-INF/archetype-post-generate.groovy').getText('UTF-8')
def service = new File(target, 'test-classes/projects/basic/project/parking-permit')
def config = 'src/main/resources/META-INF/microprofile-config.properties'

def properties = { given ->
    def all = new Properties()
    all.putAll([
        groupId: 'se.example', artifactId: 'parking-permit', package: 'se.example.parking', principal: '0331',
        serviceName: 'parkeringstillstand', serviceTitle: 'Parkering', database: 'h2',
        organisationNumber: '2120002759', httpPort: '9080',
    ] + given)
    all
}
def folder = new File(target, 'refused')
def settings = new File(folder, "parking-permit/${config}")
settings.parentFile.mkdirs()
settings.text = 'ryggrad.principal.0331.name=Kommun 0331'
def generate = { given ->
    def request = [outputDirectory: folder.path, artifactId: 'parking-permit', properties: properties(given)]
    new GroovyShell(new Binding(request: request)).evaluate(script)
}

generate([:])
assert settings.text == 'ryggrad.principal.0331.name=Heby'
assert new File(service, config).text.contains('ryggrad.principal.0331.name=Heby')
assert new File(service, 'src/main/resources/services/parkeringstillstand.json').getText('UTF-8').contains('"sv": "Parkeringstillstand"')

def refused = [
    [groupId: 'se example'], [artifactId: 'Parking Permit'], [package: 'se.Example-1'],
    [principal: '0000'], [principal: '9999'], [principal: '0332'], [principal: '258'], [principal: '....'], [principal: 'pitea'],
    [serviceName: 'Parkering'], [serviceName: '-parkering'], [serviceName: 'a' * 64], [serviceName: ''],
    [serviceTitle: 'P "x"'], [serviceTitle: ''], [database: 'oracle'], [organisationNumber: '2120002758'],
    [organisationNumber: '1'], [httpPort: 'http'],
]
refused.each { wrong ->
    def name = wrong.keySet().first()
    def sentence = null
    try {
        generate(wrong)
    } catch (IllegalArgumentException refusal) {
        sentence = refusal.message
    }
    assert sentence?.startsWith("${name} '${wrong[name]}' must be ") : "${wrong}: ${sentence}"
    assert sentence.endsWith("delete ${new File(folder, 'parking-permit')} and generate it again.")
}
true
