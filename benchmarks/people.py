"""Names for people who do not exist, each with the spellings that transliteration gives it."""

GIVEN = tuple(
    tuple(row.split("/"))
    for row in """
Sergei/Sergey Dmitri/Dmitry/Dmitriy Mohammad/Mohammed/Muhammad Hossein/Hussein/Hosein Yusuf/Yousef Ibrahim/Ebrahim
Aleksandr/Alexander Nikolai/Nikolay Abdullah/Abdulla Mahmoud/Mahmud Ekaterina/Yekaterina Andrés/Andres José/Jose
Zoltán/Zoltan Jiří/Jiri Mikhail/Mikhael Alireza/Ali-Reza Tatiana/Tatyana Natalia/Nataliya Yevgeny/Evgeny/Yevgeni
Khalid/Khaled Saeed/Said/Saeid Mustafa/Mostafa Ahmad/Ahmed Farouk/Faruq Oleksandr/Olexandr Håkon/Haakon Jörg/Joerg
Anneliese/Annelise Margarethe/Margarete Katarina/Catarina Philippe/Philipe Geoffrey/Geofrey Vyacheslav/Viacheslav
Bakhtiyar/Bakhtiar Gurbangeldi/Kurbangeldi Nursultan/Noursoultan Tsagaan/Tsagan Batbayar/Batbaiar Samuel Rebecca
Thabo Chinedu Olusegun Amina Fatima/Fatimah Leila/Layla Ingrid Björn/Bjorn Soren/Søren Marek Pavel Katarzyna Luis
Carlos Fernanda Joaquim/Joaquin Rosario Beatriz/Beatrice Thomas Daniel Helena/Elena Minh Thuy Kenji Haruko
Somchai Arjun Priya Lakshmi/Laxmi Rajesh Tariq/Tarik Zainab/Zaynab
""".split()
)

SURNAMES = tuple(
    tuple(row.split("/"))
    for row in """
Karimov/Kerimov Rahmani/Rahmany Öztürk/Ozturk Lindström/Lindstrom Petrosyan/Petrossyan/Petrosian Volkov/Wolkow
Sokolov/Sokoloff Haddadi/Hadadi Mansouri/Mansuri Qaderi/Ghaderi/Kaderi Vasilyev/Vasiliev Grigoryan/Grigorian
Bondarenko/Bondarenka Shevchuk/Shevchouk Tkachenko/Tkatchenko Mirzoyev/Mirzoev Yusupov/Yousupov Nazarov/Nasarov
Abdurahmanov/Abdurakhmanov Hashemi/Hashimi Moradi/Muradi Tehrani/Teherani Sultanov/Soltanov Jaafari/Jafari/Jaffari
Boutros/Butros Khoury/Khouri/Kouri Nasrawi/Nasrawy Bensalem/Ben-Salem Chergui/Shergui Ouedraogo/Ouédraogo Diallo
Kovács/Kovacs Szabó/Szabo Novák/Novak Dvořák/Dvorak Horváth/Horvath Jovanović/Jovanovic Đorđević/Dordevic
Popescu/Popesku Ionescu/Ionesco Papadopoulos/Papadopulos Georgiou/Georghiou Müllner/Muellner Schröter/Schroeter
Grünwald/Gruenwald Jørgensen/Jorgensen Sørensen/Sorensen Åkerberg/Akerberg Hämäläinen/Hamalainen Virtanen
Fernández/Fernandez González/Gonzalez Gutiérrez/Gutierrez Peña/Pena Muñoz/Munoz Araújo/Araujo Magalhães/Magalhaes
Gonçalves/Goncalves Lefèvre/Lefevre Béranger/Beranger Desmarais Thibault/Thibaut Castellano Ferraro Bianchi
Hartley Whitcombe Pemberton Ashdown Caldwell Thornton Okonkwo Adeyemi/Adeyemy Mbeki-Dube Nkosi Mwangi Otieno Kariuki
Tembo Banda Chanda Rakoto Andriana Tanaka-Mori Ishikawa Watanabe/Watanobe Yamashita Nakagawa Phan Truong Quach Lim Tan
Wongsakul Suthep Rattana Sharma Banerjee/Banerji Chatterjee/Chatterji Iyengar/Iyenghar Perera/Pereira Wickrama
Gunasekara/Gunasekera Rajapakse-Silva Tamang Gurung/Gurong Bayarmaa/Bayarma Enkhbold/Enkhbolt Ganbold/Ganbolt
Toktogulov/Toktogoulov Asanbekov/Assanbekov Saparov/Saparow Berdiyev/Berdiev Annayev/Annaev Mammadli/Mamedli
Huseynli/Husseynli Kalashyan/Kalashian Tsiklauri/Tziklauri Gelashvili/Gelaschwili Beridze/Beridse
Kvaratskheli/Kvaratskhely
""".split()
)
